package colophon.commands.imports.api;

import static colophon.commands.Reason.IMPORT_NOT_FOUND;

import colophon.commands.Refusal;
import colophon.commands.imports.Import;
import colophon.commands.imports.running.DryRun;
import colophon.commands.imports.running.RowProgress;
import colophon.events.imports.ImportCancellationRequested;
import colophon.events.imports.ImportKind;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

/** An import and its progress; {@code reversal} is null if it was never reversed. */
record ImportAnswer(
        String id,
        ImportKind kind,
        boolean dryRun,
        String status,
        ImportRows rows,
        @Nullable ImportCancellation cancellation,
        @Nullable ImportReversal reversal) {

    /** Rows without the header: {@code done} have a result, {@code left} have none. */
    @Schema(name = "ImportRows")
    record ImportRows(int total, int done, int accepted, int refused, int repeated, int left) {}

    /**
     * Why no further rows are begun. {@code requestedBy} is null if the server itself stopped it.
     */
    @Schema(name = "ImportCancellation")
    record ImportCancellation(String reason, @Nullable String requestedBy) {

        static @Nullable ImportCancellation of(@Nullable ImportCancellationRequested event) {
            return event == null
                    ? null
                    : new ImportCancellation(event.reason(), event.requestedBy());
        }
    }

    /** The accepted rows, and how many of them were reversed or refused. */
    @Schema(name = "ImportReversal")
    record ImportReversal(
            String reason,
            int total,
            int done,
            int reversed,
            int refused,
            @Nullable ImportCancellation cancellation) {}

    /**
     * The answer about an import.
     *
     * @param progress null if no process is working on it
     * @throws Refusal if there is none
     */
    static ImportAnswer of(String id, Import known, @Nullable RowProgress progress) {
        return switch (known) {
            case Import.Unknown _ ->
                    throw new Refusal(IMPORT_NOT_FOUND, "There is no import " + id + ".");
            case Import.Running(var as, var cancellation) ->
                    new ImportAnswer(
                            as.importId(),
                            as.kind(),
                            false,
                            status("running", progress, cancellation),
                            rows(as.rows(), progress == null ? new RowProgress() : progress),
                            ImportCancellation.of(cancellation),
                            null);
            case Import.Finished finished -> over(finished);
            case Import.Reversing(var of, var reversal, var cancellation) -> {
                var counts = progress == null ? new RowProgress() : progress;
                yield over(
                        of,
                        status("reversing", progress, cancellation),
                        reversal(
                                of,
                                reversal.reason(),
                                counts.accepted() + counts.repeated(),
                                counts.refused(),
                                cancellation));
            }
            case Import.Reversed(var of, var reversal, var result) ->
                    over(
                            of,
                            "reversed",
                            reversal(
                                    of,
                                    reversal.reason(),
                                    result.reversed(),
                                    result.refused(),
                                    null));
        };
    }

    /**
     * An import with no row under way. A cancelled reversal is shown instead of its earlier status.
     */
    private static ImportAnswer over(Import.Finished finished) {
        if (finished.attempts().isEmpty())
            return over(finished, ended("", finished.cancellation()), null);
        var last = finished.attempts().getLast();
        return over(
                finished,
                ended("reversal-", last.cancellation()),
                reversal(
                        finished,
                        last.reversal().reason(),
                        last.reversed(),
                        last.refused(),
                        last.cancellation()));
    }

    private static ImportAnswer over(
            Import.Finished finished, String status, @Nullable ImportReversal reversal) {
        return new ImportAnswer(
                finished.as().importId(),
                finished.as().kind(),
                false,
                status,
                rows(finished),
                ImportCancellation.of(finished.cancellation()),
                reversal);
    }

    private static ImportReversal reversal(
            Import.Finished of,
            String reason,
            int reversed,
            int refused,
            @Nullable ImportCancellationRequested cancellation) {
        return new ImportReversal(
                reason,
                of.counts().accepted(),
                reversed + refused,
                reversed,
                refused,
                ImportCancellation.of(cancellation));
    }

    private static String status(
            String working,
            @Nullable RowProgress progress,
            @Nullable ImportCancellationRequested cancellation) {
        if (cancellation != null) return "cancelling";
        return progress == null ? "interrupted" : working;
    }

    /**
     * "cancelled" by an account, or "stopped" because the account that began it lost the right to.
     */
    private static String ended(String what, @Nullable ImportCancellationRequested cancellation) {
        if (cancellation == null) return "finished";
        return what + (cancellation.requestedBy() == null ? "stopped" : "cancelled");
    }

    /** The answer about a dry run. */
    static ImportAnswer of(DryRun dryRun) {
        return new ImportAnswer(
                dryRun.id(),
                dryRun.kind(),
                true,
                dryRun.status(),
                rows(dryRun.rows(), dryRun.progress()),
                null,
                null);
    }

    private static ImportRows rows(int total, RowProgress progress) {
        int accepted = progress.accepted();
        int refused = progress.refused();
        int repeated = progress.repeated();
        return rows(total, accepted, refused, repeated);
    }

    private static ImportRows rows(Import.Finished finished) {
        var counts = finished.counts();
        return rows(finished.as().rows(), counts.accepted(), counts.refused(), counts.repeated());
    }

    private static ImportRows rows(int total, int accepted, int refused, int repeated) {
        int done = accepted + refused + repeated;
        return new ImportRows(total, done, accepted, refused, repeated, total - done);
    }
}
