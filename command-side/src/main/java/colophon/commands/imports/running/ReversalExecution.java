package colophon.commands.imports.running;

import colophon.commands.imports.FinishCancellation;
import colophon.commands.imports.FinishReversal;
import colophon.commands.imports.Import;
import colophon.commands.imports.rows.ImportFiles;
import colophon.commands.imports.rows.ImportTarget;
import colophon.commands.imports.rows.RowKeys;
import colophon.commands.imports.rows.RowOutcome;
import colophon.commands.imports.running.RowSender.Starter;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Reverses what the rows of an import have made, the last row first. */
final class ReversalExecution {

    private final RowSender sender;
    private final ImportFiles files;

    ReversalExecution(RowSender sender, ImportFiles files) {
        this.sender = sender;
        this.files = files;
    }

    /** Reverses the rows that are not reversed yet. */
    void reverse(Import.Reversing reversing, RowProgress progress) {
        var as = reversing.of().as();
        if (reversing.cancellation() == null)
            try {
                reverseRows(reversing, progress);
                files.forget(as.importId());
                return;
            } catch (AuthorizationEndedException e) {
                sender.end(as.importId(), e);
            }
        var counts = RowSender.counted(as, line -> reversed(reversing, line));
        sender.settle(
                new FinishCancellation(
                        as.importId(), counts.accepted() + counts.repeated(), counts.refused(), 0));
        files.forget(as.importId());
    }

    private void reverseRows(Import.Reversing reversing, RowProgress progress) {
        var as = reversing.of().as();
        var reversal = reversing.reversal();
        var by = Objects.requireNonNull(ImportTarget.of(as.kind()).reversal());
        var starter =
                new Starter(
                        reversal.startedBy(),
                        reversal.grant(),
                        by.name(),
                        reversal.institutionIds(),
                        progress);
        sender.askAgain(starter);
        try (var lanes = new KeyedExecutor()) {
            // last row first
            for (int line = as.lastLine(); line > 1; line--) {
                var made = sender.kept(line, RowKeys.keyed(as, line));
                if (made == null || !made.status().equals(RowOutcome.ACCEPTED)) continue;
                lanes.put(
                        String.valueOf(made.id()),
                        () -> progress.count(reversedRow(reversing, made, by, starter)));
            }
        }
        sender.settle(
                new FinishReversal(
                        as.importId(),
                        progress.accepted() + progress.repeated(),
                        progress.refused()));
    }

    private RowOutcome reversedRow(
            Import.Reversing reversing,
            RowOutcome made,
            ImportTarget.Reversal by,
            Starter starter) {
        var as = reversing.of().as();
        var reversal = reversing.reversal();
        var asked = RowKeys.keyed(as, made, reversal, reversing.of().attempts().size());
        return sender.untilAnswered(
                as.importId(),
                made.line(),
                asked,
                starter,
                () ->
                        sender.reverse(
                                by,
                                Objects.requireNonNull(made.id()),
                                reversal.reason(),
                                Objects.requireNonNull(asked.within())));
    }

    private @Nullable RowOutcome reversed(Import.Reversing reversing, int line) {
        var as = reversing.of().as();
        var made = sender.kept(line, RowKeys.keyed(as, line));
        if (made == null) return null;
        var attempt = reversing.of().attempts().size();
        return sender.kept(line, RowKeys.keyed(as, made, reversing.reversal(), attempt));
    }
}
