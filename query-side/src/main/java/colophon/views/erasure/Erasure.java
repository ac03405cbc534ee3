package colophon.views.erasure;

import colophon.events.Recorded;
import colophon.events.student.ErasureRequested;
import colophon.events.student.ErasureWithdrawn;
import colophon.events.student.StudentErased;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Answers: what is the state of this student's erasure, and who requested and confirmed it?
 *
 * @param status requested, withdrawn or erased
 * @param reason why it was requested
 * @param requestedBy account of the last request
 * @param confirmedBy account of the confirmation, null before it
 * @param place where in the log it was requested, see {@link Recorded#place()}
 */
public record Erasure(
        String studentId,
        String status,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable String confirmedBy,
        @Nullable Instant erasedAt,
        String place) {

    static final String REQUESTED = "requested";
    static final String WITHDRAWN = "withdrawn";
    static final String ERASED = "erased";

    /** All erasures, by student; the index {@code status} finds those of a status, oldest first. */
    public static final View<Erasure> VIEW =
            View.<Erasure>of("erasures", Erasure.class, Erasure::key, Erasure::evolve)
                    .indexed("all", _ -> "", Erasure::place)
                    .indexed("status", Erasure::status, Erasure::place);

    private static @Nullable String key(Object event) {
        return switch (event) {
            case ErasureRequested e -> e.studentId();
            case ErasureWithdrawn e -> e.studentId();
            case StudentErased e -> e.studentId();
            default -> null;
        };
    }

    static Erasure evolve(@Nullable Erasure before, Recorded<?> fact) {
        return switch (fact.event()) {
            case ErasureRequested e ->
                    new Erasure(
                            e.studentId(),
                            REQUESTED,
                            e.reason(),
                            e.requestedBy(),
                            fact.recordedAt(),
                            null,
                            null,
                            fact.place());
            case ErasureWithdrawn e -> asked(before, e.studentId()).now(WITHDRAWN, null, null);
            case StudentErased e ->
                    asked(before, e.studentId()).now(ERASED, e.confirmedBy(), fact.recordedAt());
            default -> throw new IllegalStateException("Not about an erasure: " + fact.event());
        };
    }

    private static Erasure asked(@Nullable Erasure before, String studentId) {
        return View.existing(before, "erasure of", studentId);
    }

    private Erasure now(String status, @Nullable String by, @Nullable Instant at) {
        return new Erasure(studentId, status, reason, requestedBy, requestedAt, by, at, place);
    }
}
