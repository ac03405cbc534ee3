package colophon.commands.imports;

import colophon.events.imports.ImportCancellationRequested;
import colophon.events.imports.ImportCancelled;
import colophon.events.imports.ImportEvent;
import colophon.events.imports.ImportFinished;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportReversed;
import colophon.events.imports.ImportStarted;

/** Events of import i-1 with twelve awards. */
final class ImportFacts {

    static final ImportEvent STARTED = started(ImportKind.AWARDS);
    static final ImportEvent FINISHED = new ImportFinished("i-1", 10, 2, 0);
    static final ImportEvent REVERSING =
            new ImportReversalStarted("i-1", "wrong fund", "bursar", null, "then");
    static final ImportEvent CANCELLING =
            new ImportCancellationRequested("i-1", "wrong file", "registrar");
    static final ImportEvent CANCELLED = new ImportCancelled("i-1", 4, 1, 0);
    static final ImportEvent REVERSED = new ImportReversed("i-1", 9, 1);

    private ImportFacts() {}

    static ImportEvent started(ImportKind kind) {
        return new ImportStarted("i-1", kind, "d1", 12, 13, "registrar", null, "now");
    }
}
