package colophon.views.rights;

import colophon.events.Recorded;
import colophon.events.privacy.Sealed;
import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.DirectoryOptOutChanged;
import colophon.events.rights.RightsEvent;
import colophon.events.rights.StatementPlaced;
import colophon.views.reading.View;
import colophon.views.reading.Viewer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Answers: what does a student want corrected in the record, and what was decided? The texts stay
 * sealed here.
 *
 * @param corrections numbers of the commits that corrected the record
 * @param institutionIds the institutions of the record: the one that the request names, or those to
 *     which the requesting account was limited then; empty for the record as a whole
 * @param place where in the log it was requested
 */
public record Amendment(
        String studentId,
        String id,
        Sealed wrong,
        Sealed right,
        Instant requestedAt,
        AmendmentState status,
        @Nullable Sealed reason,
        List<Long> corrections,
        @Nullable Instant decidedAt,
        @Nullable Sealed statement,
        @Nullable Instant statedAt,
        List<String> institutionIds,
        String place) {

    /** All amendments; the index {@code student} finds those of a student, oldest first. */
    public static final View<Amendment> VIEW =
            View.<Amendment>of("amendments", Amendment.class, Amendment::key, Amendment::evolve)
                    .version(2)
                    .indexed("student", Amendment::studentId, Amendment::place);

    /** True if the viewer may see it. */
    boolean isShownTo(Viewer viewer) {
        return viewer.sight().seesAtEach(studentId, institutionIds);
    }

    private static List<String> about(AmendmentRequested e, Recorded<?> fact) {
        return e.institutionId() == null
                ? fact.institutions().stream().sorted().toList()
                : List.of(e.institutionId());
    }

    private static @Nullable String key(Object event) {
        return switch (event) {
            case RightsEvent stream ->
                    switch (stream) {
                        case DirectoryOptOutChanged _ -> null;
                        case AmendmentRequested e -> key(e.studentId(), e.amendmentId());
                        case AmendmentDecided e -> key(e.studentId(), e.amendmentId());
                        case StatementPlaced e -> key(e.studentId(), e.amendmentId());
                    };
            default -> null;
        };
    }

    /** Neither id contains a colon. */
    private static String key(String studentId, String id) {
        return studentId + ":" + id;
    }

    static Amendment evolve(@Nullable Amendment before, Recorded<?> fact) {
        return switch (fact.event()) {
            case AmendmentRequested e ->
                    new Amendment(
                            e.studentId(),
                            e.amendmentId(),
                            e.wrong(),
                            e.right(),
                            fact.recordedAt(),
                            AmendmentState.REQUESTED,
                            null,
                            List.of(),
                            null,
                            null,
                            null,
                            about(e, fact),
                            fact.place());
            case AmendmentDecided e ->
                    View.existing(before, "amendment", e.amendmentId())
                            .decided(e, fact.recordedAt());
            case StatementPlaced e ->
                    View.existing(before, "amendment", e.amendmentId())
                            .stated(e.statement(), fact.recordedAt());
            default -> throw new IllegalStateException("Not about an amendment: " + fact.event());
        };
    }

    private Amendment decided(AmendmentDecided e, Instant at) {
        return new Amendment(
                studentId,
                id,
                wrong,
                right,
                requestedAt,
                e.granted() ? AmendmentState.GRANTED : AmendmentState.DENIED,
                e.grounds(),
                e.corrections(),
                at,
                statement,
                statedAt,
                institutionIds,
                place);
    }

    private Amendment stated(Sealed text, Instant at) {
        return new Amendment(
                studentId,
                id,
                wrong,
                right,
                requestedAt,
                status,
                reason,
                corrections,
                decidedAt,
                text,
                at,
                institutionIds,
                place);
    }
}
