package colophon.commands.imports;

import static colophon.commands.Reason.ALREADY_REVERSED;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.IMPORT_NOT_FOUND;
import static colophon.commands.Reason.IMPORT_RUNNING;
import static colophon.commands.Reason.NOT_REVERSIBLE;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.events.imports.ImportEvent;
import colophon.events.imports.ImportFinished;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportReversed;
import colophon.events.imports.ImportStarted;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The rules of an import. Pure: no clock, no I/O, no framework. */
public sealed interface Import {

    /** How imports are loaded. */
    Subject<Import, ImportEvent> SUBJECT = new Subject<>("import", new Unknown(), Import::evolve);

    /** Nothing is known of it. */
    record Unknown() implements Import {}

    /** Its rows are being carried out. */
    record Running(ImportStarted as) implements Import {}

    /** Every row has its answer. */
    record Finished(ImportStarted as, ImportFinished counts) implements Import {}

    /** What it changed is being taken back. */
    record Reversing(ImportStarted as, ImportFinished counts, ImportReversalStarted reversal)
            implements Import {}

    /** What it changed was taken back, as far as the rules allow. */
    record Reversed(
            ImportStarted as,
            ImportFinished counts,
            ImportReversalStarted reversal,
            ImportReversed result)
            implements Import {}

    /** An empty list when the same file had been imported under this id. */
    static List<ImportEvent> decide(StartImport r, Import known) {
        var before = first(known);
        if (before != null && same(r, before)) return List.of();
        if (before != null)
            throw new Refusal(ID_TAKEN, "Import " + r.importId() + " is of another file or kind.");
        return List.of(
                new ImportStarted(
                        r.importId(),
                        r.kind(),
                        r.digest(),
                        r.rows(),
                        r.lastLine(),
                        r.startedBy(),
                        r.institutionIds()));
    }

    /** An empty list when it had been finished. */
    static List<ImportEvent> decide(FinishImport r, Import known) {
        known(known, r.importId());
        return known instanceof Running
                ? List.of(new ImportFinished(r.importId(), r.accepted(), r.refused(), r.repeated()))
                : List.of();
    }

    /** An empty list when it is being reversed, or was, for the same reason. */
    static List<ImportEvent> decide(ReverseImport r, Import known) {
        var kind = known(known, r.importId()).kind();
        if (kind == ImportKind.STUDENTS)
            throw new Refusal(
                    NOT_REVERSIBLE,
                    "Import "
                            + r.importId()
                            + " registered students: that somebody is known is not taken back.");
        var before = reversal(known);
        if (before != null && before.reason().equals(r.reason())) return List.of();
        if (before != null)
            throw new Refusal(
                    ALREADY_REVERSED,
                    "Import " + r.importId() + " is taken back already: " + before.reason() + ".");
        if (known instanceof Running)
            throw new Refusal(
                    IMPORT_RUNNING, "Import " + r.importId() + " still has rows to carry out.");
        return List.of(
                new ImportReversalStarted(
                        r.importId(), r.reason(), r.startedBy(), r.institutionIds()));
    }

    /** An empty list when it was not being reversed, or had been to the end. */
    static List<ImportEvent> decide(FinishReversal r, Import known) {
        known(known, r.importId());
        return known instanceof Reversing
                ? List.of(new ImportReversed(r.importId(), r.reversed(), r.refused()))
                : List.of();
    }

    /** The state after one more event. */
    static Import evolve(Import known, ImportEvent event) {
        return switch (event) {
            case ImportStarted e -> new Running(e);
            case ImportFinished e -> new Finished(known(known, e.importId()), e);
            case ImportReversalStarted e -> {
                var finished = (Finished) known;
                yield new Reversing(finished.as(), finished.counts(), e);
            }
            case ImportReversed e -> {
                var reversing = (Reversing) known;
                yield new Reversed(reversing.as(), reversing.counts(), reversing.reversal(), e);
            }
        };
    }

    /** How it began, or the refusal that there is no such import. */
    static ImportStarted known(Import known, String id) {
        var first = first(known);
        if (first == null) throw new Refusal(IMPORT_NOT_FOUND, "There is no import " + id + ".");
        return first;
    }

    private static @Nullable ImportStarted first(Import known) {
        return switch (known) {
            case Unknown _ -> null;
            case Running running -> running.as();
            case Finished finished -> finished.as();
            case Reversing reversing -> reversing.as();
            case Reversed reversed -> reversed.as();
        };
    }

    private static @Nullable ImportReversalStarted reversal(Import known) {
        return switch (known) {
            case Unknown _, Running _, Finished _ -> null;
            case Reversing reversing -> reversing.reversal();
            case Reversed reversed -> reversed.reversal();
        };
    }

    private static boolean same(StartImport r, ImportStarted before) {
        return r.kind() == before.kind() && r.digest().equals(before.digest());
    }
}
