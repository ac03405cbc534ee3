package colophon.benchmarks.report;

import colophon.benchmarks.append.Append;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Draws the append rates as a bar chart in SVG, without scripts or other files. */
public final class Bars {

    private static final int LEFT = 210;
    private static final int WIDTH = 420;
    private static final int BAR = 18;
    private static final List<String> COLORS =
            List.of("#0b6e4f", "#6bbf9b", "#b0872f", "#8c4a2f", "#5b6c8f");

    private final String title;
    private final List<String> words;
    private final List<Append.Outcome> outcomes;
    private final ToIntFunction<Append.Cell> store;

    /**
     * @param words the name of each store in the chart
     * @param store the store of a cell
     */
    public Bars(
            String title,
            List<String> words,
            List<Append.Outcome> outcomes,
            ToIntFunction<Append.Cell> store) {
        this.title = title;
        this.words = words;
        this.outcomes = outcomes;
        this.store = store;
    }

    /** The chart. */
    public String svg() {
        var svg = new StringBuilder();
        var most = outcomes.stream().mapToDouble(Append.Outcome::commitsPerSecond).max().orElse(1);
        var y = 36;
        Append.Outcome before = null;
        for (var outcome : outcomes) {
            if (before == null || !sameGroup(before, outcome)) {
                y += before == null ? 0 : 14;
                svg.append(text(8, y + 13, "start", group(outcome.cell())));
            }
            before = outcome;
            var which = store.applyAsInt(outcome.cell());
            var length = (int) Math.max(1, outcome.commitsPerSecond() / most * WIDTH);
            svg.append(
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                            .formatted(LEFT, y, length, BAR - 4, COLORS.get(which)));
            svg.append(
                    text(
                            LEFT + length + 6,
                            y + 12,
                            "start",
                            "%s  %s"
                                    .formatted(
                                            String.format(
                                                    Locale.ROOT,
                                                    "%,.0f",
                                                    outcome.commitsPerSecond()),
                                            words.get(which))));
            y += BAR;
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 %d" role="img" \
        font-family="sans-serif" font-size="12">
        <title>%s: %s</title>
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        %s%s</svg>
        """
                .formatted(
                        y + 12, title, String.join(", ", words), text(8, 20, "start", title), svg);
    }

    private static boolean sameGroup(Append.Outcome a, Append.Outcome b) {
        return group(a.cell()).equals(group(b.cell()));
    }

    /** The label above the bars of a group. */
    public static String group(Append.Cell cell) {
        var writers = cell.writers() == 1 ? "1 writer" : cell.writers() + " writers";
        return cell.events() == 1 ? writers : writers + ", " + cell.events() + " events a commit";
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#222222\">%s</text>%n"
                .formatted(x, y, anchor, text.replace("'", "’"));
    }
}
