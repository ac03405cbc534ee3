package colophon.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.benchmarks.append.Append;
import colophon.benchmarks.append.Samples;
import colophon.benchmarks.http.Clients;
import colophon.benchmarks.http.Decisions;
import colophon.benchmarks.http.Script;
import colophon.benchmarks.http.Server;
import colophon.benchmarks.http.VisibleElsewhere;
import colophon.benchmarks.http.Work;
import colophon.benchmarks.report.Figure;
import colophon.benchmarks.report.Report;
import colophon.benchmarks.views.Replay;
import colophon.benchmarks.views.ViewsOnServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures every figure of docs/performance.md in one run. A measurement that needs a JVM of its
 * own gets one, with the options of the server. The server itself is started by its script.
 */
public final class Benchmarks {

    private static final int STUDENTS = 10_000;
    private static final int FREE = 1_500;

    private final Path root;
    private final Path data;
    private final double scale;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Append.Outcome> appends = new ArrayList<>();

    private Benchmarks(Path root, double scale) {
        this.root = root;
        this.data = root.resolve("benchmarks/target/data");
        this.scale = scale;
    }

    /**
     * {@code all ROOT [SCALE]} measures everything, SCALE times as long as usual. Other arguments
     * are used only by the program itself.
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "append" -> append(arguments);
            case "fill" -> fill(arguments);
            case "replay" -> System.out.println(seconds(Replay.of(Path.of(arguments[1]))));
            case "views" -> {
                var outcome =
                        ViewsOnServer.measure(
                                arguments[1],
                                Integer.parseInt(arguments[2]),
                                Integer.parseInt(arguments[3]));
                System.out.printf(
                        "%.3f\t%.3f\t%.0f%n",
                        outcome.p50(), outcome.p99(), outcome.eventsPerSecond());
            }
            case "visible" -> {
                var took = VisibleElsewhere.measure(arguments[1], Integer.parseInt(arguments[2]));
                System.out.printf("%.3f\t%.3f%n", took.millis(0.5), took.millis(0.99));
            }
            case "all" -> {
                var root = Path.of(arguments[1]).toAbsolutePath();
                var scale = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 1;
                var only = arguments.length > 3 ? arguments[3] : "log,http,replay,ready,memory";
                new Benchmarks(root, scale).all(Arrays.asList(only.split(",")));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private void all(List<String> parts) throws Exception {
        empty(data);
        if (parts.contains("log")) log();
        if (parts.contains("replay") || parts.contains("http")) {
            say("entering a campus of %,d students", STUDENTS);
            say("%s", child("fill", data.resolve("large"), STUDENTS, FREE));
        }
        if (parts.contains("replay")) replay();
        if (parts.contains("http")) http();
        if (parts.contains("ready")) ready();
        if (parts.contains("memory")) memory();
        if (parts.contains("views")) views();
        new Report(root, figures, appends).write(parts.size() == 5 && scale >= 1);
        empty(data);
    }

    // --- 1. The log alone ----------------------------------------------------------------------

    private void log() throws Exception {
        var lines =
                child("append", data.resolve("append"), millis(1_500), millis(4_000)).split("\n");
        for (var line : lines) {
            var f = line.split("\t");
            appends.add(
                    new Append.Outcome(
                            new Append.Cell(f[0], Integer.parseInt(f[1]), Integer.parseInt(f[2])),
                            Double.parseDouble(f[3]),
                            Double.parseDouble(f[4]),
                            Double.parseDouble(f[5])));
        }
        var ours = appended(Append.Stores.LOG);
        var axon = appended(Append.Stores.AXON_JDBC);
        figures.add(
                Figure.atLeast(
                        "Acknowledged commits into the log, 64 writers",
                        "commits/s",
                        12_000,
                        ours.commitsPerSecond(),
                        " (p50 %s ms, p99 %s ms; Axon's JDBC engine: %s)"
                                .formatted(
                                        Figure.number(ours.p50()),
                                        Figure.number(ours.p99()),
                                        Figure.number(axon.commitsPerSecond()))));
    }

    private Append.Outcome appended(Append.Stores store) {
        return appends.stream()
                .filter(a -> a.cell().equals(new Append.Cell(store.name(), 64, 1)))
                .findFirst()
                .orElseThrow();
    }

    private static void append(String[] arguments) throws Exception {
        for (var cell : Append.cells()) {
            if (arguments.length > 4 && !cell.toString().contains(arguments[4])) continue;
            var directory = Path.of(arguments[1]);
            empty(directory);
            var outcome =
                    Append.measure(
                            cell,
                            directory,
                            Long.parseLong(arguments[2]),
                            Long.parseLong(arguments[3]));
            System.out.printf(
                    "%s\t%d\t%d\t%.1f\t%.3f\t%.3f%n",
                    cell.store(),
                    cell.writers(),
                    cell.events(),
                    outcome.commitsPerSecond(),
                    outcome.p50(),
                    outcome.p99());
        }
    }

    // --- 2. A campus of 10,000 students --------------------------------------------------------

    private static void fill(String[] arguments) throws Exception {
        var started = System.nanoTime();
        var commands =
                Decisions.fill(
                        Path.of(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]));
        var seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "%,d commands without HTTP, 32 at once: %,.0f a second%n",
                commands, commands / seconds);
    }

    private void replay() throws Exception {
        var all = new ArrayList<Double>();
        for (int i = 0; i < 3; i++)
            all.add(Double.parseDouble(child("replay", data.resolve("large")).strip()));
        say("replay: %s s", all);
        figures.add(
                Figure.atMost(
                        "100,000 events read into all views, by a new process",
                        "s",
                        3,
                        median(all),
                        " (median of 3)"));
    }

    private static String seconds(Replay.Outcome outcome) {
        return Double.toString(outcome.seconds() * 100_000 / outcome.events());
    }

    private void http() throws Exception {
        var work = new Work(STUDENTS, FREE);
        try (var server = start("serve", "large")) {
            commands(server, work);
            status(server, work);
            visible(server, work);
        }
    }

    private void commands(Server server, Work work) throws IOException {
        var scripts = Stream.generate(work::clerk).limit(32).toList();
        try (var clients = new Clients(server, scripts)) {
            clients.run(millis(50_000));
            var cpu = server.cpuSeconds();
            var outcome = fine(clients.run(millis(15_000)));
            var all = outcome.all();
            say(
                    "HTTP: server %.2f cores, clients %.2f cores",
                    (server.cpuSeconds() - cpu) / outcome.seconds(), outcome.clientShare());
            figures.add(
                    Figure.atLeast(
                            "Commands through HTTP, 32 clients",
                            "commands/s",
                            2_000,
                            all.count() / outcome.seconds(),
                            times(all)));
        }
    }

    private void status(Server server, Work work) throws IOException {
        try (var clients = new Clients(server, List.of(work.student()))) {
            clients.run(millis(8_000));
            var outcome = fine(clients.run(millis(8_000)));
            var all = outcome.all();
            figures.add(
                    Figure.atMost(
                            "Status of a student, %,d students: p99".formatted(STUDENTS),
                            "ms",
                            5,
                            all.millis(0.99),
                            " (p50 %s ms, %s/s)"
                                    .formatted(
                                            Figure.number(all.millis(0.5)),
                                            Figure.number(all.count() / outcome.seconds()))));
        }
    }

    private void visible(Server server, Work work) throws IOException {
        try (var clients =
                new Clients(
                        server,
                        IntStream.range(0, 8).<Script>mapToObj(_ -> work.payer()).toList())) {
            clients.run(millis(3_000));
            var visible = fine(clients.run(millis(8_000))).samples().get("visible");
            if (visible == null) throw new IllegalStateException("Nothing was answered");
            figures.add(
                    Figure.atMost(
                            "From the answer to a command to a view that shows it, 8 clients: p99",
                            "ms",
                            20,
                            visible.millis(0.99),
                            " (p50 %s ms)".formatted(Figure.number(visible.millis(0.5)))));
        }
    }

    // --- 3. Start and memory -------------------------------------------------------------------

    private void ready() throws Exception {
        child("fill", data.resolve("small"), 1_000, 0);
        start("serve", "small").close(); // creates the start-up cache, if there is none
        var all = new ArrayList<Double>();
        for (int i = 0; i < 5; i++)
            try (var server = start("serve", "small")) {
                all.add(server.readyAfter());
            }
        say("ready: %s s", all);
        figures.add(
                Figure.atMost(
                        "Ready to answer, on a log of 10,000 events",
                        "s",
                        3,
                        median(all),
                        " (median of 5, worst %s s)"
                                .formatted(
                                        Figure.number(all.stream().max(Double::compare).get()))));
    }

    private void memory() throws Exception {
        try (var server = start("demo", "demo")) {
            var asked = new int[1];
            Script script =
                    _ ->
                            Script.Request.get(
                                    "status",
                                    "/api/v1/students/s-%03d/status"
                                            .formatted(1 + asked[0]++ % 200));
            try (var clients = new Clients(server, List.of(script))) {
                while (asked[0] < 200) fine(clients.run(50));
            }
            figures.add(
                    Figure.atMost(
                            "Resident memory with the demonstration data, after 200 queries",
                            "MB",
                            400,
                            server.resident(),
                            ""));
        }
    }

    // --- 4. Views on a MongoDB server ----------------------------------------------------------

    private void views() throws Exception {
        var uri = System.getenv("COLOPHON_TEST_MONGODB_URI");
        if (uri == null) throw new IllegalStateException("COLOPHON_TEST_MONGODB_URI is not set");
        var students = (int) Math.max(1_000, 100_000 * scale);
        var f = child("views", uri, students, Math.max(500, (int) (8_000 * scale))).split("\t");
        figures.add(
                Figure.atMost(
                        "Status of a student from views on MongoDB, %,d students: p99"
                                .formatted(students),
                        "ms",
                        10,
                        Double.parseDouble(f[1]),
                        " (p50 %s ms; filled at %s events/s)"
                                .formatted(
                                        Figure.number(Double.parseDouble(f[0])),
                                        Figure.number(Double.parseDouble(f[2].strip())))));
        var v = child("visible", uri, Math.max(200, (int) (2_000 * scale))).split("\t");
        figures.add(
                Figure.atMost(
                        "On MongoDB, from the answer to a change until another engine shows it:"
                                + " p99",
                        "ms",
                        50,
                        Double.parseDouble(v[1].strip()),
                        " (p50 %s ms)".formatted(Figure.number(Double.parseDouble(v[0])))));
    }

    // --- How -----------------------------------------------------------------------------------

    private Server start(String subcommand, String directory) throws IOException {
        return Server.start(
                root, subcommand, data.resolve(directory), data.resolve(directory + ".log"));
    }

    /** Runs a part of this program in a new JVM like the server's, and returns its output. */
    private String child(String part, Object... arguments) throws Exception {
        Files.createDirectories(data);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xms224m",
                        "-Xmn144m",
                        "-XX:MaxRAMPercentage=50",
                        "-XX:Tier4InvocationThreshold=12500",
                        "-XX:Tier4MinInvocationThreshold=1500",
                        "-XX:Tier4CompileThreshold=37500",
                        "-XX:Tier4BackEdgeThreshold=100000",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Ddisable-axoniq-console-message=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Benchmarks.class.getName(),
                        part));
        for (var argument : arguments) command.add(argument.toString());
        var errors = data.resolve(part + ".log");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0)
            throw new IllegalStateException(part + " failed: " + Files.readString(errors));
        System.err.print(out);
        return out;
    }

    private long millis(long usual) {
        return Math.max(200, (long) (usual * scale));
    }

    private static String times(Samples samples) {
        return " (p50 %s ms, p99 %s ms)"
                .formatted(Figure.number(samples.millis(0.5)), Figure.number(samples.millis(0.99)));
    }

    private static Clients.Outcome fine(Clients.Outcome outcome) {
        if (outcome.refused() > 0)
            throw new IllegalStateException(
                    outcome.refused() + " refused, first: " + outcome.firstRefusal());
        return outcome;
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static void say(String format, Object... values) {
        System.err.printf("· " + format.strip() + "%n", values);
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory))
            try (var all = Files.walk(directory)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        Files.createDirectories(directory);
    }
}
