package colophon.launcher.jobs;

import colophon.launcher.terminal.TerminalProgressBar;
import colophon.storage.operations.LogVerification;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Verifies the hash chain of a log. The server may be running. */
@Command(
        name = "verify-log",
        description =
                "Verifies the hash chain of the event log and names the first commit that was"
                        + " changed after it was written.")
final class VerifyLogJob implements Callable<Integer> {

    @Mixin private DataDirectoryOption data = new DataDirectoryOption();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Verify this backup instead of the data directory.")
    private @Nullable Path file;

    @Option(
            names = "--from",
            paramLabel = "URI",
            description = "Verify the log of this MongoDB database instead.")
    private @Nullable String uri;

    @Override
    public Integer call() {
        try (var bar = new TerminalProgressBar("Verifying")) {
            var found = verify(bar);
            bar.done(
                    "%d commits with %d events are unchanged. Hash of the last: %s"
                            .formatted(found.commits(), found.events(), found.hash()));
        }
        return 0;
    }

    private LogVerification verify(TerminalProgressBar bar) {
        if (uri != null) return LogVerification.ofServer(uri, bar);
        return file == null
                ? LogVerification.ofDirectory(data.path(), bar)
                : LogVerification.ofFile(file, bar);
    }
}
