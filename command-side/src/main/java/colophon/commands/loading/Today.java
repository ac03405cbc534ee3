package colophon.commands.loading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Today's date, which depends on the zone of the institution. */
public record Today(Clock clock) {

    /** The instant of this call, for a decision that concerns several institutions. */
    public Instant now() {
        return clock.instant();
    }

    /** Today's date in this zone. */
    public LocalDate in(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }
}
