package colophon.commands.imports.api;

import colophon.api.paging.FoundRecord;
import colophon.api.paging.Paging;
import colophon.api.problem.RequestProblem;
import colophon.commands.imports.Import;
import colophon.commands.imports.rows.RowOutcome;
import colophon.commands.imports.running.DryRun;
import colophon.commands.imports.running.ImportRunner;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of the results of rows, by line.
 *
 * @param next the cursor of the next page, null at the end
 */
record ImportReport(List<RowOutcome> items, @Nullable String next) {

    /** The results of an import. Throws Refusal if there is no such import. */
    static ImportReport of(ImportRunner runner, String id, Import known, Paging paging) {
        var as = Import.require(known, id);
        return page(
                paging,
                (line, count) -> {
                    var found = new ArrayList<RowOutcome>();
                    for (int at = line + 1; at <= as.lastLine() && found.size() < count; at++) {
                        var outcome = runner.outcome(known, as, at);
                        if (outcome != null) found.add(outcome);
                    }
                    return found;
                });
    }

    /** The results of a dry run. */
    static ImportReport of(DryRun dryRun, Paging paging) {
        return page(
                paging,
                (line, count) ->
                        dryRun.outcomes().stream()
                                .filter(one -> one.line() > line)
                                .limit(count)
                                .toList());
    }

    /** Finds results behind a line. */
    @FunctionalInterface
    private interface Results {
        List<RowOutcome> behind(int line, int count);
    }

    private static ImportReport page(Paging paging, Results results) {
        var page =
                paging.page(
                        (after, count) ->
                                results.behind(line(after), count).stream()
                                        .map(one -> new FoundRecord<>(place(one), one))
                                        .toList(),
                        row -> row);
        return new ImportReport(page.items(), page.next());
    }

    private static String place(RowOutcome outcome) {
        return Integer.toString(outcome.line());
    }

    /** The line of a place. The list begins behind the heading, which is line 1. */
    private static int line(String place) {
        if (place.isEmpty()) return 1;
        if (!place.matches("[0-9]{1,9}"))
            throw RequestProblem.INVALID_PARAMETER.because(
                    "cursor did not come from an answer of this list");
        return Integer.parseInt(place);
    }
}
