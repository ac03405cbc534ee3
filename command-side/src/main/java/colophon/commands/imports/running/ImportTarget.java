package colophon.commands.imports.running;

import colophon.events.imports.ImportKind;

import org.jspecify.annotations.Nullable;

/** The request that a row of each kind stands for, and the request that reverses it. */
enum ImportTarget {
    STUDENTS(ImportKind.STUDENTS, "/students", null, "id", null),
    ENROLLMENTS(
            ImportKind.ENROLLMENTS,
            "/enrollments",
            null,
            "offeringId",
            new Reversal("/enrollments/{id}/cancellation")),
    COMPLETIONS(
            ImportKind.COMPLETIONS,
            "/enrollments/{id}/completion",
            "enrollmentId",
            "enrollmentId",
            new Reversal("/enrollments/{id}/completion/reversal")),
    PAYMENTS(
            ImportKind.PAYMENTS,
            "/payments",
            null,
            "studentId",
            new Reversal("/payments/{id}/reversal")),
    AWARDS(ImportKind.AWARDS, "/awards", null, "fundId", new Reversal("/awards/{id}/revocation"));

    private final ImportKind kind;
    private final String route;
    private final @Nullable String pathColumn;
    private final String lane;
    private final @Nullable Reversal reversal;

    ImportTarget(
            ImportKind kind,
            String route,
            @Nullable String pathColumn,
            String lane,
            @Nullable Reversal reversal) {
        this.kind = kind;
        this.route = route;
        this.pathColumn = pathColumn;
        this.lane = lane;
        this.reversal = reversal;
    }

    static ImportTarget of(ImportKind kind) {
        for (var target : values()) if (target.kind == kind) return target;
        throw new IllegalStateException("No target for " + kind);
    }

    /** The path of the request, below {@code /api/v1}. */
    String route() {
        return route;
    }

    /** The column whose value goes into the path, or null if the path has no variable. */
    @Nullable String pathColumn() {
        return pathColumn;
    }

    /** Rows with the same value of this column are carried out in the order of the file. */
    String lane() {
        return lane;
    }

    /** The request that reverses a row, or null if there is none. */
    @Nullable Reversal reversal() {
        return reversal;
    }

    /** The request that reverses a row; its body has the reason. */
    record Reversal(String route) {}
}
