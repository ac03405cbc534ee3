package colophon.views.reading.past;

/** What a question about the past is about, and so which events its answer is made of. */
public enum Subject {
    /** A student with enrollments, awards and accounts. */
    STUDENT,
    /** The student whose enrollment this is. */
    ENROLLMENT,
    /** The student whose award this is. */
    AWARD,
    /** An offering and its seats, without the students. */
    OFFERING,
    /** An offering and what became of everybody enrolled in it. */
    ROSTER,
    /** A fund, its awards, and the accounts they pay on. */
    FUND,
    /** What is offered to learn and to earn. */
    CATALOG
}
