package colophon.benchmarks.report;

import colophon.benchmarks.append.Append;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The results, for the terminal and for docs/performance.md. */
public final class Report {

    private final Path root;
    private final List<Figure> figures;
    private final List<Append.Outcome> appends;

    public Report(Path root, List<Figure> figures, List<Append.Outcome> appends) {
        this.root = root;
        this.figures = figures;
        this.appends = appends;
    }

    /** Prints all results. Writes those of a complete run into the document. */
    public void write(boolean whole) throws IOException {
        var text = markdown();
        System.out.println(text);
        for (var figure : figures)
            if (!figure.met())
                System.out.printf(
                        "MISSED: %s: %s, target %s%n",
                        figure.what(), figure.measured(), figure.target());
        if (!whole) return;
        put(root, "figures", text);
        Files.writeString(
                root.resolve("docs/performance.svg"),
                new Bars(
                                "Acknowledged commits per second, SQLite, one machine",
                                Arrays.stream(Append.Stores.values())
                                        .map(one -> one.words)
                                        .toList(),
                                appends,
                                cell -> Append.Stores.valueOf(cell.store()).ordinal())
                        .svg());
    }

    /** Puts a text between the marks with that name in docs/performance.md. */
    public static void put(Path root, String name, String text) throws IOException {
        var page = root.resolve("docs/performance.md");
        var between =
                Pattern.compile("(?s)(<!-- %1$s -->\n).*(<!-- end of %1$s -->)".formatted(name));
        var found = between.matcher(Files.readString(page));
        if (!found.find()) throw new IOException(page + " has no place for the " + name);
        Files.writeString(
                page,
                found.replaceFirst(
                        Matcher.quoteReplacement(found.group(1) + text + found.group(2))));
    }

    private String markdown() throws IOException {
        var text = new StringBuilder();
        text.append("Machine: ").append(machine()).append(".\n\n");
        text.append("| Figure | Measured | Target | |\n|---|---|---|---|\n");
        figures.forEach(figure -> text.append(figure.row()).append('\n'));
        if (appends.isEmpty()) return text.toString();
        text.append("\nAcknowledged commits per second (p50 / p99 in ms), 300-byte payloads:\n\n");
        text.append("| | 1 writer | 8 writers | 64 writers | 64 writers, 3 events a commit |\n");
        text.append("|---|---|---|---|---|\n");
        for (var store : Append.Stores.values()) {
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

    private static String machine() throws IOException {
        return "%d cores (%s), %d GB of memory, Linux %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        first("/proc/cpuinfo", "model name"),
                        Math.round(
                                Double.parseDouble(
                                                first("/proc/meminfo", "MemTotal")
                                                        .replaceAll("\\D", ""))
                                        / (1 << 20)),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    private static String first(String file, String name) throws IOException {
        for (var line : Files.readAllLines(Path.of(file)))
            if (line.startsWith(name)) return line.substring(line.indexOf(':') + 1).strip();
        return "unknown";
    }
}
