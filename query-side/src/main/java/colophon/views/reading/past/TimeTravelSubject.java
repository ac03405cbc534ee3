package colophon.views.reading.past;

/** The subject of a question about the past. It decides which events are read. */
public enum TimeTravelSubject {
    /** A student with enrollments, awards and accounts. */
    STUDENT,
    /** A student, and the offerings that were still to begin, with their seats. */
    STUDENT_AND_OFFERINGS,
    /** The student of an enrollment. */
    ENROLLMENT,
    /** The student of an award. */
    AWARD,
    /** An offering, its seats, and all its enrollments, past ones included. */
    OFFERING,
    /** A fund, its awards, and the accounts on which they pay. */
    FUND,
    /** The catalog. */
    CATALOG
}
