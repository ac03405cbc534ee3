package colophon.events.enrollment;

import java.util.Locale;

/** How far an enrollment is. JSON shows its word. */
public enum EnrollmentState {
    /** The student applied and has no answer yet. */
    PENDING,
    /** The student is on the waitlist. */
    WAITLISTED,
    /** A seat is held until the student confirms. */
    ACCEPTED,
    /** One side declined, or the student did not confirm in time. */
    DECLINED,
    /** The student has a seat. */
    ENROLLED,
    /** No seat is held and nothing is charged until the student comes back. */
    DEFERRED,
    /** The student left before the start. */
    DROPPED,
    /** The student left after the start. */
    WITHDRAWN,
    /** The program ended it. */
    CANCELLED,
    /** The course has an outcome. */
    FINISHED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
