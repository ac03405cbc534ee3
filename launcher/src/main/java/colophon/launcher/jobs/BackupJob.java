package colophon.launcher.jobs;

import colophon.launcher.terminal.TerminalProgressBar;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Copies a log while it is in use, and the keys to a separate file. */
@Command(
        name = "backup",
        description =
                "Copies the event log to a new file and verifies the copy; the server may be"
                        + " running. The copy contains no readable names: --keys backs up the keys"
                        + " separately.")
final class BackupJob implements Callable<Integer> {

    @Mixin private DataDirectoryOption data = new DataDirectoryOption();

    @Parameters(paramLabel = "FILE", description = "The new file.")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "KEYFILE",
            description = "Also copy the keys, to this file. Keep the two files in two places.")
    private @Nullable Path keys;

    @Override
    public Integer call() {
        try (var bar = new TerminalProgressBar("Backup")) {
            var found = colophon.storage.operations.Backup.log(data.path(), file, bar);
            bar.done(
                    "%d commits with %d events are in %s"
                            .formatted(found.commits(), found.events(), file));
        }
        var disclosures = colophon.storage.operations.Backup.disclosuresBeside(file);
        if (colophon.storage.operations.Backup.disclosures(data.path(), disclosures))
            System.out.println("The list of disclosures is in " + disclosures);
        if (keys != null) {
            colophon.storage.operations.Backup.keys(data.path(), keys);
            System.out.println("The keys are in " + keys);
        }
        return 0;
    }
}
