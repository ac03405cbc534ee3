package colophon.benchmarks.mongodb;

import static java.util.Objects.requireNonNull;

import colophon.benchmarks.append.Append.Cell;
import colophon.benchmarks.append.Append.Outcome;
import colophon.benchmarks.report.Bars;
import colophon.benchmarks.report.Figure;
import colophon.benchmarks.report.Report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results on MongoDB, for the terminal and for docs/performance.md. */
final class MongoReport {

    private final Path root;
    private final List<Outcome> appends;
    private final Map<String, Double> reads;

    MongoReport(Path root, List<Outcome> appends, Map<String, Double> reads) {
        this.root = root;
        this.appends = appends;
        this.reads = reads;
    }

    /** Prints all results. Writes those of a complete run into the document. */
    void write(boolean whole) throws IOException {
        var figures = figures();
        var text = markdown(figures);
        System.out.println(text);
        for (var figure : figures)
            if (!figure.met())
                System.out.printf(
                        "MISSED: %s: %s, target %s%n",
                        figure.what(), figure.measured(), figure.target());
        if (!whole) return;
        Report.put(root, "mongodb figures", text);
        Files.writeString(
                root.resolve("docs/performance-mongodb.svg"),
                new Bars(
                                "Acknowledged commits per second, MongoDB's protocol, one machine",
                                Arrays.stream(Stores.values()).map(store -> store.words).toList(),
                                appends,
                                cell -> Stores.valueOf(cell.store()).ordinal())
                        .svg());
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        if (!appends.isEmpty()) {
            compare(figures, "64 writers: our log against raw documents per event", 64, "RAW", 3);
            compare(figures, "64 writers: our log against the extension", 64, "EXTENSION", 3);
            compare(figures, "1 writer: our log against its floor", 1, "FLOOR", 0.9);
        }
        if (reads.containsKey("replay ours")) {
            least(
                    figures,
                    "Replay through Axon against a raw scan",
                    "replay ours",
                    "replay raw",
                    0.6);
            least(
                    figures,
                    "Replay through Axon against the extension",
                    "replay ours",
                    "replay extension",
                    12);
        }
        if (reads.containsKey("load ours"))
            least(
                    figures,
                    "Loading a stream of 1,000 events: the extension's time against ours",
                    "load extension",
                    "load ours",
                    2);
        if (reads.containsKey("command at 1,000,000")) {
            double many = read("command at 1,000,000");
            double few = read("command at 10,000");
            figures.add(
                    Figure.atMost(
                            "A command at 1,000,000 events against one at 10,000",
                            "times as long",
                            1.1,
                            many / few,
                            String.format(Locale.ROOT, " (p50 %.2f ms and %.2f ms)", many, few)));
        }
        return figures;
    }

    private void compare(
            List<Figure> figures, String what, int writers, String other, double least) {
        var ours = rate("LOG", writers);
        var theirs = rate(other, writers);
        figures.add(
                Figure.atLeast(
                        what,
                        "times",
                        least,
                        ours / theirs,
                        " (%s and %s commits/s)"
                                .formatted(Figure.number(ours), Figure.number(theirs))));
    }

    private void least(
            List<Figure> figures, String what, String above, String below, double least) {
        double a = read(above);
        double b = read(below);
        var unit = above.startsWith("load") ? "ms" : "events/s";
        figures.add(
                Figure.atLeast(
                        what,
                        "times",
                        least,
                        a / b,
                        " (%s and %s %s)".formatted(Figure.number(a), Figure.number(b), unit)));
    }

    private double read(String what) {
        return requireNonNull(reads.get(what), what);
    }

    private double rate(String store, int writers) {
        return appends.stream()
                .filter(a -> a.cell().equals(new Cell(store, writers, 1)))
                .findFirst()
                .orElseThrow()
                .commitsPerSecond();
    }

    private String markdown(List<Figure> figures) {
        var text = new StringBuilder("| Figure | Measured | Target | |\n|---|---|---|---|\n");
        figures.forEach(figure -> text.append(figure.row()).append('\n'));
        if (appends.isEmpty()) return text.toString();
        text.append("\nAcknowledged commits per second (p50 / p99 in ms), 300-byte payloads:\n\n|");
        var columns = appends.stream().map(a -> group(a.cell())).distinct().toList();
        columns.forEach(column -> text.append(" | ").append(column));
        text.append(" |\n|---").append("|---".repeat(columns.size())).append("|\n");
        for (var store : Stores.values()) {
            text.append("| ").append(store.words);
            appends.stream()
                    .filter(a -> a.cell().store().equals(store.name()))
                    .forEach(
                            a ->
                                    text.append(
                                            String.format(
                                                    Locale.ROOT,
                                                    " | %,.0f (%.1f / %.1f)",
                                                    a.commitsPerSecond(),
                                                    a.p50(),
                                                    a.p99())));
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String group(Cell cell) {
        return Bars.group(cell);
    }
}
