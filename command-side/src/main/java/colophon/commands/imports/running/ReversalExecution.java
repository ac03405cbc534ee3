package colophon.commands.imports.running;

import colophon.commands.imports.FinishCancellation;
import colophon.commands.imports.FinishReversal;
import colophon.commands.imports.Import;
import colophon.commands.imports.running.RowSender.Starter;

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
    boolean reverse(Import.Reversing reversing, RowProgress progress) {
        var as = reversing.of().as();
        if (reversing.cancellation() == null)
            try {
                reverseRows(reversing, progress);
                files.forget(as.importId());
                return true;
            } catch (AuthorizationEndedException e) {
                ImportExecution.end(sender, as.importId(), e);
            }
        var counts = countedBack(reversing);
        sender.settle(
                new FinishCancellation(
                        as.importId(), counts.accepted() + counts.repeated(), counts.refused(), 0));
        files.forget(as.importId());
        return true;
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

    private RowProgress countedBack(Import.Reversing reversing) {
        var as = reversing.of().as();
        var counts = new RowProgress();
        try (var lanes = new KeyedExecutor()) {
            for (int line = 2; line <= as.lastLine(); line++) {
                int number = line;
                lanes.put(
                        String.valueOf(line),
                        () -> {
                            var made = sender.kept(number, RowKeys.keyed(as, number));
                            if (made == null) return;
                            var attempt = reversing.of().attempts().size();
                            var asked = RowKeys.keyed(as, made, reversing.reversal(), attempt);
                            var back = sender.kept(number, asked);
                            if (back != null) counts.count(back);
                        });
            }
        }
        return counts;
    }
}
