package colophon.launcher.jobs;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The option that all jobs share. */
@SuppressWarnings("UnusedVariable") // picocli reads the options
final class DataDirectoryOption {

    @Option(
            names = {"--colophon.data-dir", "--data-dir"},
            paramLabel = "DIR",
            description = "The data directory of the embedded default (default: ./data).")
    private Path directory = Path.of("data");

    @Option(
            names = {"--help", "-h"},
            usageHelp = true,
            description = "This text.")
    private boolean help;

    Path path() {
        return directory;
    }
}
