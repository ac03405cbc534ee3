package colophon.launcher.jobs;

import colophon.launcher.terminal.TerminalProgressBar;
import colophon.storage.ServerStorage;
import colophon.storage.log.LogRefusedException;
import colophon.storage.views.MongoViews;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** Asks the projecting processes for new views, and shows their progress. */
@Command(
        name = "rebuild-views",
        description =
                "Rebuilds all views on a MongoDB server from the log. The new views replace the old"
                        + " ones when they have caught up; until then, queries use the old ones."
                        + " The processes with the role query do the work and must be running. If"
                        + " this command is interrupted, the rebuild continues.",
        footer = {
            "",
            "  colophon rebuild-views --mongodb"
                + " \"mongodb://user:password@host1,host2,host3/colophon?replicaSet=rs0&authSource=admin\""
        })
final class RebuildViewsJob implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** This job claims no work. */
    private static final Duration CLAIMS = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Option(
            names = {"--mongodb", "--colophon.mongodb.uri"},
            required = true,
            paramLabel = "URI",
            description = "The connection string of the database.")
    private String uri = "";

    @Option(
            names = {"--help", "-h"},
            usageHelp = true,
            description = "This text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(
            names = {"--segments", "--colophon.views.segments"},
            paramLabel = "NUMBER",
            description =
                    "The number of parts into which the records are divided from then on; by"
                            + " default as before.")
    private @Nullable Integer segments;

    @Override
    public Integer call() throws InterruptedException {
        try (var storage = ServerStorage.open(uri);
                var bar = new TerminalProgressBar("Rebuilding")) {
            var views = storage.views(segments(), CLAIMS, Clock.systemUTC());
            views.start(null); // this process only reads
            try {
                var generation = views.rebuild();
                follow(views, generation, storage, bar);
                bar.done("Queries now use generation %d of the views.".formatted(generation));
            } finally {
                views.stop();
            }
        }
        return 0;
    }

    private OptionalInt segments() {
        if (segments == null) return OptionalInt.empty();
        if (segments < 1) throw new LogRefusedException("--segments must be 1 or more");
        return OptionalInt.of(segments);
    }

    private static void follow(
            MongoViews views, int generation, ServerStorage storage, TerminalProgressBar bar)
            throws InterruptedException {
        long reached = -1;
        var moved = System.nanoTime();
        while (views.generation() < generation) {
            var now = views.filled(generation);
            bar.at(now, storage.head());
            if (now > reached) moved = System.nanoTime();
            else if (System.nanoTime() - moved > PATIENCE.toNanos())
                throw new LogRefusedException(
                        "No process fills generation %d; start one with the role query"
                                .formatted(generation));
            reached = now;
            Thread.sleep(PAUSE);
        }
    }
}
