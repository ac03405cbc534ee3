package colophon.commands.imports;

import static colophon.commands.Reason.ALREADY_REVERSED;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.IMPORT_CANCELLED;
import static colophon.commands.Reason.IMPORT_NOT_FOUND;
import static colophon.commands.Reason.IMPORT_OVER;
import static colophon.commands.Reason.IMPORT_RUNNING;
import static colophon.commands.Reason.NOT_REVERSIBLE;

import colophon.commands.Refusal;
import colophon.commands.loading.StreamType;
import colophon.events.imports.ImportCancellationRequested;
import colophon.events.imports.ImportCancelled;
import colophon.events.imports.ImportEvent;
import colophon.events.imports.ImportFinished;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportReversed;
import colophon.events.imports.ImportStarted;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The rules of an import. */
public sealed interface Import {

    /** How imports are loaded. */
    StreamType<Import, ImportEvent> STREAM =
            new StreamType<>("import", new Unknown(), Import::evolve, IMPORT_NOT_FOUND);

    /** The import does not exist. */
    record Unknown() implements Import {}

    /**
     * Its rows are carried out. No further rows are begun once there is a cancellation.
     *
     * @param cancellation null if no cancellation was requested
     */
    record Running(ImportStarted as, @Nullable ImportCancellationRequested cancellation)
            implements Import {}

    /**
     * No row is under way: every row has its result, or the import was cancelled.
     *
     * @param cancellation null if every row has its result
     * @param attempts cancelled reversals, newest last
     */
    record Finished(
            ImportStarted as,
            RowCounts counts,
            @Nullable ImportCancellationRequested cancellation,
            List<CancelledRun> attempts)
            implements Import {}

    /** It is being reversed. No further rows are begun once there is a cancellation. */
    record Reversing(
            Finished of,
            ImportReversalStarted reversal,
            @Nullable ImportCancellationRequested cancellation)
            implements Import {}

    /** It was reversed, as far as the rules allow. */
    record Reversed(Finished of, ImportReversalStarted reversal, ImportReversed result)
            implements Import {}

    /** The number of rows by result. */
    record RowCounts(int accepted, int refused, int repeated) {}

    /** A reversal that was cancelled before its last row. The rows it reversed stay reversed. */
    record CancelledRun(
            ImportReversalStarted reversal,
            ImportCancellationRequested cancellation,
            int reversed,
            int refused) {}

    /**
     * Starts an import. Returns an empty list if the same file was imported under this id already.
     */
    static List<ImportEvent> decide(StartImport command, Import known) {
        var before = first(known);
        if (before != null && !same(command, before))
            throw new Refusal(
                    ID_TAKEN, "Import " + command.importId() + " is of another file or kind.");
        var cancelled = cancellation(known);
        if (cancelled != null)
            throw new Refusal(
                    IMPORT_CANCELLED,
                    "Import "
                            + command.importId()
                            + " was cancelled: "
                            + cancelled.reason()
                            + ". To do what is left, send the file under another id; what was"
                            + " done is not done again.");
        if (before != null) return List.of();
        return List.of(
                new ImportStarted(
                        command.importId(),
                        command.kind(),
                        command.digest(),
                        command.rows(),
                        command.lastLine(),
                        command.startedBy(),
                        command.institutionIds(),
                        command.grant()));
    }

    /** Finishes an import. Returns an empty list if it was finished already. */
    static List<ImportEvent> decide(FinishImport command, Import known) {
        require(known, command.importId());
        return known instanceof Running
                ? List.of(
                        new ImportFinished(
                                command.importId(),
                                command.accepted(),
                                command.refused(),
                                command.repeated()))
                : List.of();
    }

    /** Cancels an import or its reversal. Returns an empty list if that was requested already. */
    static List<ImportEvent> decide(CancelImport command, Import known) {
        require(known, command.importId());
        return switch (known) {
            case Running(_, var before) -> cancelling(command, before);
            case Reversing(_, _, var before) -> cancelling(command, before);
            case Finished finished when wasCancelled(finished) -> List.of();
            case Unknown _, Finished _ ->
                    throw new Refusal(
                            IMPORT_OVER,
                            "Every row of import "
                                    + command.importId()
                                    + " has its result. To undo what it did, reverse it.");
            case Reversed _ ->
                    throw new Refusal(
                            IMPORT_OVER,
                            "Import "
                                    + command.importId()
                                    + " was reversed already, to its last row.");
        };
    }

    private static List<ImportEvent> cancelling(
            CancelImport command, @Nullable ImportCancellationRequested before) {
        return before != null
                ? List.of()
                : List.of(
                        new ImportCancellationRequested(
                                command.importId(), command.reason(), command.requestedBy()));
    }

    /** Ends a cancellation. Returns an empty list if it has ended or was never requested. */
    static List<ImportEvent> decide(FinishCancellation command, Import known) {
        require(known, command.importId());
        return isEnding(known)
                ? List.of(
                        new ImportCancelled(
                                command.importId(),
                                command.accepted(),
                                command.refused(),
                                command.repeated()))
                : List.of();
    }

    /** Reverses an import. Returns an empty list if that was done or begun for the same reason. */
    static List<ImportEvent> decide(ReverseImport command, Import known) {
        var kind = require(known, command.importId()).kind();
        if (kind == ImportKind.STUDENTS)
            throw new Refusal(
                    NOT_REVERSIBLE,
                    "Import "
                            + command.importId()
                            + " registered students, and a registration cannot be reversed.");
        if (isEnding(known))
            throw new Refusal(
                    IMPORT_RUNNING,
                    "Import "
                            + command.importId()
                            + " is being cancelled; try again when it has ended.");
        var before = reversal(known);
        if (before != null && before.reason().equals(command.reason())) return List.of();
        if (before != null)
            throw new Refusal(
                    ALREADY_REVERSED,
                    "Import "
                            + command.importId()
                            + " was reversed already: "
                            + before.reason()
                            + ".");
        if (known instanceof Running)
            throw new Refusal(
                    IMPORT_RUNNING,
                    "Import " + command.importId() + " still has rows to carry out.");
        return List.of(
                new ImportReversalStarted(
                        command.importId(),
                        command.reason(),
                        command.startedBy(),
                        command.institutionIds(),
                        command.grant()));
    }

    /** Ends a reversal. Returns an empty list if none is under way. */
    static List<ImportEvent> decide(FinishReversal command, Import known) {
        require(known, command.importId());
        return known instanceof Reversing
                ? List.of(
                        new ImportReversed(
                                command.importId(), command.reversed(), command.refused()))
                : List.of();
    }

    /** The state after one more event. */
    static Import evolve(Import known, ImportEvent event) {
        return switch (event) {
            case ImportStarted e -> new Running(e, null);
            case ImportFinished e ->
                    new Finished(
                            require(known, e.importId()),
                            new RowCounts(e.accepted(), e.refused(), e.repeated()),
                            null,
                            List.of());
            case ImportCancellationRequested e ->
                    known instanceof Reversing reversing
                            ? new Reversing(reversing.of(), reversing.reversal(), e)
                            : new Running(require(known, e.importId()), e);
            case ImportCancelled e -> cancelled(known, e);
            case ImportReversalStarted e -> new Reversing((Finished) known, e, null);
            case ImportReversed e -> {
                var reversing = (Reversing) known;
                yield new Reversed(reversing.of(), reversing.reversal(), e);
            }
        };
    }

    private static Import cancelled(Import known, ImportCancelled e) {
        if (known instanceof Reversing(var of, var reversal, var cancellation)
                && cancellation != null) {
            var attempts = new ArrayList<>(of.attempts());
            attempts.add(new CancelledRun(reversal, cancellation, e.accepted(), e.refused()));
            return new Finished(of.as(), of.counts(), of.cancellation(), List.copyOf(attempts));
        }
        var running = (Running) known;
        return new Finished(
                running.as(),
                new RowCounts(e.accepted(), e.refused(), e.repeated()),
                running.cancellation(),
                List.of());
    }

    /** The event that started it. Refused if it does not exist. */
    static ImportStarted require(Import known, String id) {
        var first = first(known);
        if (first == null) throw STREAM.notFound(id);
        return first;
    }

    /** All reversals, cancelled or not, newest last. */
    static List<ImportReversalStarted> reversals(Import known) {
        var all = new ArrayList<ImportReversalStarted>();
        var over =
                switch (known) {
                    case Unknown _, Running _ -> null;
                    case Finished finished -> finished;
                    case Reversing reversing -> reversing.of();
                    case Reversed reversed -> reversed.of();
                };
        if (over != null) over.attempts().forEach(attempt -> all.add(attempt.reversal()));
        var now = reversal(known);
        if (now != null) all.add(now);
        return all;
    }

    /** True while a cancellation waits for the rows under way. */
    static boolean isEnding(Import known) {
        return switch (known) {
            case Running running -> running.cancellation() != null;
            case Reversing reversing -> reversing.cancellation() != null;
            case Unknown _, Finished _, Reversed _ -> false;
        };
    }

    private static boolean wasCancelled(Finished finished) {
        return finished.cancellation() != null || !finished.attempts().isEmpty();
    }

    private static @Nullable ImportCancellationRequested cancellation(Import known) {
        return switch (known) {
            case Unknown _ -> null;
            case Running running -> running.cancellation();
            case Finished finished -> finished.cancellation();
            case Reversing reversing -> reversing.of().cancellation();
            case Reversed reversed -> reversed.of().cancellation();
        };
    }

    private static @Nullable ImportStarted first(Import known) {
        return switch (known) {
            case Unknown _ -> null;
            case Running running -> running.as();
            case Finished finished -> finished.as();
            case Reversing reversing -> reversing.of().as();
            case Reversed reversed -> reversed.of().as();
        };
    }

    private static @Nullable ImportReversalStarted reversal(Import known) {
        return switch (known) {
            case Unknown _, Running _, Finished _ -> null;
            case Reversing reversing -> reversing.reversal();
            case Reversed reversed -> reversed.reversal();
        };
    }

    private static boolean same(StartImport command, ImportStarted before) {
        return command.kind() == before.kind() && command.digest().equals(before.digest());
    }
}
