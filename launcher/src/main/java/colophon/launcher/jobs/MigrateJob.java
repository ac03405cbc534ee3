package colophon.launcher.jobs;

import colophon.launcher.terminal.TerminalProgressBar;
import colophon.storage.operations.Migration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Moves an installation from its data directory to MongoDB. */
@Command(
        name = "migrate",
        description =
                "Copies the event log, with its positions, and the keys from the data directory to"
                    + " a MongoDB database, and verifies the whole chain there. The server must not"
                    + " be running. If it is interrupted, run the same command again to continue."
                    + " The data directory stays as it is.",
        footer = {
            "",
            "  colophon migrate --to"
                + " \"mongodb://user:password@host1,host2,host3/colophon?replicaSet=rs0&authSource=admin\""
        })
final class MigrateJob implements Callable<Integer> {

    @Mixin private DataDirectoryOption data = new DataDirectoryOption();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URI",
            description = "The connection string of the database.")
    private String uri = "";

    @Override
    public Integer call() {
        long copied;
        try (var bar = new TerminalProgressBar("Copying")) {
            copied = Migration.copy(data.path(), uri, bar);
        }
        try (var bar = new TerminalProgressBar("Verifying")) {
            var found = Migration.finish(data.path(), uri, bar);
            bar.done(
                    "%d commits copied now; all %d with %d events are in the database unchanged. Hash of the last: %s"
                            .formatted(copied, found.commits(), found.events(), found.hash()));
        }
        return 0;
    }
}
