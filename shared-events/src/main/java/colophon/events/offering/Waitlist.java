package colophon.events.offering;

import java.util.Locale;

/**
 * Who gets the next free seat: the first on the waitlist, or the student the instructor picks. JSON
 * shows its word.
 */
public enum Waitlist {
    FIFO,
    INSTRUCTOR_PICK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
