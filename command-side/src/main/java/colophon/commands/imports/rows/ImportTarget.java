package colophon.commands.imports.rows;

import colophon.commands.award.AwardBody;
import colophon.commands.award.EndAward;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.enrollment.api.EnrollBody;
import colophon.commands.enrollment.api.OutcomeBody;
import colophon.commands.enrollment.outcome.ReverseCompletion;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.commands.payment.PaymentBody;
import colophon.commands.payment.ReversePayment;
import colophon.commands.student.StudentBody;
import colophon.events.imports.ImportKind;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.BiFunction;

/** The request that a row of each kind stands for, and the request that reverses it. */
public enum ImportTarget {
    STUDENTS(
            ImportKind.STUDENTS,
            new RowRequest<>(
                    "/students", StudentBody.class, (_, body, seals) -> body.toCommand(seals)),
            null,
            "id",
            null),
    ENROLLMENTS(
            ImportKind.ENROLLMENTS,
            new RowRequest<>("/enrollments", EnrollBody.class, (_, body, _) -> body.toCommand()),
            null,
            "offeringId",
            new Reversal("/enrollments/{id}/cancellation", EnrollmentRequest.Cancel::new)),
    COMPLETIONS(
            ImportKind.COMPLETIONS,
            new RowRequest<>(
                    "/enrollments/{id}/completion",
                    OutcomeBody.class,
                    (id, body, _) -> body.toCommand(Objects.requireNonNull(id))),
            "enrollmentId",
            "enrollmentId",
            new Reversal("/enrollments/{id}/completion/reversal", ReverseCompletion::new)),
    PAYMENTS(
            ImportKind.PAYMENTS,
            new RowRequest<>("/payments", PaymentBody.class, (_, body, _) -> body.toCommand()),
            null,
            "studentId",
            new Reversal("/payments/{id}/reversal", ReversePayment::new)),
    AWARDS(
            ImportKind.AWARDS,
            new RowRequest<>("/awards", AwardBody.class, (_, body, _) -> body.toCommand()),
            null,
            "fundId",
            new Reversal(
                    "/awards/{id}/revocation", (id, reason) -> new EndAward(id, true, reason)));

    private final ImportKind kind;
    private final RowRequest<?> request;
    private final @Nullable String pathColumn;
    private final String lane;
    private final @Nullable Reversal reversal;

    ImportTarget(
            ImportKind kind,
            RowRequest<?> request,
            @Nullable String pathColumn,
            String lane,
            @Nullable Reversal reversal) {
        this.kind = kind;
        this.request = request;
        this.pathColumn = pathColumn;
        this.lane = lane;
        this.reversal = reversal;
    }

    public static ImportTarget of(ImportKind kind) {
        for (var target : values()) if (target.kind == kind) return target;
        throw new IllegalStateException("No target for " + kind);
    }

    /** The request that a row stands for. */
    public RowRequest<?> request() {
        return request;
    }

    /** The column whose value goes into the path, or null if the path has no variable. */
    @Nullable String pathColumn() {
        return pathColumn;
    }

    /** True if the id of a row goes into the path. */
    public boolean isByPath() {
        return pathColumn != null;
    }

    /** Rows with the same value of this column are carried out in the order of the file. */
    public String lane() {
        return lane;
    }

    /** The request that reverses a row, or null if there is none. */
    public @Nullable Reversal reversal() {
        return reversal;
    }

    /**
     * The request that reverses what a row has made; its body has the reason.
     *
     * @param route the path below {@code /api/v1}
     * @param command makes the command of an id and a reason
     */
    public record Reversal(String route, BiFunction<String, String, Object> command) {

        /** Method and pattern, as access rules name it. */
        public String name() {
            return RowRequest.name(route);
        }

        /** The request as the gateway takes it. */
        public CommandRequest request(String id, InternalOrigin within) {
            return RowRequest.request(route, id, within);
        }
    }
}
