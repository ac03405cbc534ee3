package colophon.commands.desk;

import static colophon.commands.Reason.QUOTA_EXCEEDED;

import colophon.commands.Refusal;
import colophon.commands.desk.OwnWrites.Counted;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How much a student may write, on one day and in all: enough for anybody who does it by hand. A
 * day is one of UTC, the same for all. Rules know nothing of it: it stands before them, and what is
 * refused by a rule counts as well, for its refusal may be kept.
 */
public final class Quota {

    private final OwnWrites writes;
    private final Clock clock;
    private final int ofDay;
    private final long inAll;

    /** Of what is counted there; 0 is no limit. */
    public Quota(OwnWrites writes, Clock clock, int ofDay, long inAll) {
        this.writes = writes;
        this.clock = clock;
        this.ofDay = ofDay == 0 ? Integer.MAX_VALUE : ofDay;
        this.inAll = inAll == 0 ? Long.MAX_VALUE : inAll;
    }

    /** Nobody is limited, and nothing counted. */
    public static Quota none() {
        return new Quota((_, _, _, _) -> Counted.COUNTED, Clock.systemUTC(), Integer.MAX_VALUE, 0);
    }

    /**
     * It is too much.
     *
     * @param seconds until there is room again; 0 if time alone makes none
     */
    record Over(Refusal refusal, long seconds) {}

    /** Counts one more of a student; staff are not counted. Null if it may be. */
    @Nullable Over take(Scope scope) {
        var student = scope.studentId();
        if (scope.staff() || student == null) return null;
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (writes.count(student, day, ofDay, inAll)) {
            case COUNTED -> null;
            case DAY_IS_FULL -> {
                var next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                yield new Over(
                        new Refusal(
                                QUOTA_EXCEEDED,
                                "Student %s has sent %d commands on %s, and no more may be on one day. From %s on it is possible again."
                                        .formatted(student, ofDay, day, next)),
                        Math.max(1, Duration.between(now, next).toSeconds()));
            }
            case ALL_IS_FULL ->
                    new Over(
                            new Refusal(
                                    QUOTA_EXCEEDED,
                                    "Student %s has sent %d commands in all, and no more may be. It is possible again when whoever runs this allows more."
                                            .formatted(student, inAll)),
                            0);
        };
    }
}
