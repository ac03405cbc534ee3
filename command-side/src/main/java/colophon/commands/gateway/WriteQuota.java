package colophon.commands.gateway;

import static colophon.commands.Reason.QUOTA_EXCEEDED;

import colophon.api.access.WriteAccess;
import colophon.commands.Refusal;
import colophon.commands.gateway.StudentWriteCounts.CountResult;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Limits how many commands a student may send per day and in all: enough for any use by hand. Days
 * are in UTC. The limit is checked before the rules. A command that a rule refuses counts too,
 * since its refusal may be kept.
 */
public final class WriteQuota {

    private final StudentWriteCounts counts;
    private final Clock clock;
    private final int ofDay;
    private final long inAll;

    /** Limits by the counts in {@code writes}; 0 means no limit. */
    public WriteQuota(StudentWriteCounts counts, Clock clock, int ofDay, long inAll) {
        this.counts = counts;
        this.clock = clock;
        this.ofDay = ofDay == 0 ? Integer.MAX_VALUE : ofDay;
        this.inAll = inAll == 0 ? Long.MAX_VALUE : inAll;
    }

    /** No limit and no counting. */
    public static WriteQuota none() {
        return new WriteQuota(
                (_, _, _, _) -> CountResult.COUNTED, Clock.systemUTC(), Integer.MAX_VALUE, 0);
    }

    /**
     * A limit was reached.
     *
     * @param seconds seconds until commands are accepted again; 0 if time alone does not help
     */
    record Exceeded(Refusal refusal, long seconds) {}

    /**
     * Counts one more command of a student; staff are not counted. Null if it is within the limits.
     */
    @Nullable Exceeded take(WriteAccess access) {
        var student = access.studentId();
        if (access.staff() || student == null) return null;
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (counts.count(student, day, ofDay, inAll)) {
            case COUNTED -> null;
            case DAY_IS_FULL -> {
                var next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                yield new Exceeded(
                        new Refusal(
                                QUOTA_EXCEEDED,
                                "Student %s sent %d commands on %s, the most for one day. Commands are accepted again from %s on."
                                        .formatted(student, ofDay, day, next)),
                        Math.max(1, Duration.between(now, next).toSeconds()));
            }
            case ALL_IS_FULL ->
                    new Exceeded(
                            new Refusal(
                                    QUOTA_EXCEEDED,
                                    "Student %s sent %d commands in all, the most allowed. Ask the operator of this server to raise the limit."
                                            .formatted(student, inAll)),
                            0);
        };
    }
}
