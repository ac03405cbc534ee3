package colophon.events.offering;

import java.util.Locale;

/**
 * Who gets the next free seat: the first in line, or whom the instructor picks. Its word is what
 * JSON shows.
 */
public enum Waitlist {
    FIFO,
    INSTRUCTOR_PICK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
