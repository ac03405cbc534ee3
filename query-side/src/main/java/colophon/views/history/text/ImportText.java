package colophon.views.history.text;

import colophon.events.imports.ImportCancellationRequested;
import colophon.events.imports.ImportCancelled;
import colophon.events.imports.ImportEvent;
import colophon.events.imports.ImportFinished;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportReversed;
import colophon.events.imports.ImportStarted;

/** The texts of the events of an import. */
final class ImportText {

    private ImportText() {}

    static String of(ImportEvent event) {
        return switch (event) {
            case ImportStarted _ -> "Import {importId} of {rows} rows of {kind} began";
            case ImportFinished _ ->
                    "Import {importId} ended: {accepted} rows accepted, {refused} refused,"
                            + " {repeated} repeated";
            case ImportCancellationRequested e ->
                    e.requestedBy() == null
                            ? "Import {importId} is being stopped"
                            : "Import {importId} is being cancelled";
            case ImportCancelled _ ->
                    "Import {importId} was cancelled: {accepted} rows done, {refused} refused,"
                            + " {repeated} repeated";
            case ImportReversalStarted _ -> "Import {importId} is being reversed";
            case ImportReversed _ ->
                    "Import {importId} was reversed: {reversed} rows, {refused} refused";
        };
    }
}
