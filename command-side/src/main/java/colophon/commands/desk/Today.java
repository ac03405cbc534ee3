package colophon.commands.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is, which is an institution's own affair: decided by its zone. */
public record Today(Clock clock) {

    /** The day it is in this zone. */
    public LocalDate in(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }
}
