package colophon.views.reading.past;

/** What a question about the past is about, and so which events its answer is made of. */
public enum Subject {
    /** A student with enrollments, awards and accounts. */
    STUDENT,
    /** The student whose enrollment this is. */
    ENROLLMENT,
    /** The student whose award this is. */
    AWARD,
    /** An offering, its seats, and what became of everybody who ever had to do with one. */
    OFFERING,
    /** A fund, its awards, and the accounts they pay on. */
    FUND,
    /** What is offered to learn and to earn. */
    CATALOG
}
