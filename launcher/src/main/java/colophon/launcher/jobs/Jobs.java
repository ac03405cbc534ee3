package colophon.launcher.jobs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;

import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

import java.util.List;

/** The subcommands. They do not start a server, and they exit with 0 only on success. */
@SuppressWarnings("UnusedVariable") // picocli reads the options
@Command(
        name = "colophon",
        description = "Enrollment and funding of certificate programs, from events.",
        subcommands = {
            Jobs.Serve.class,
            VerifyLogJob.class,
            BackupJob.class,
            RestoreJob.class,
            MigrateJob.class,
            RebuildViewsJob.class,
            ImportJob.class
        },
        mixinStandardHelpOptions = false,
        footer = {"", "Each subcommand has --help. Without a subcommand, colophon serves."})
public final class Jobs implements Runnable {

    @CommandLine.Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    private Jobs() {}

    /** True for the options that ask for help. */
    public static boolean asksForHelp(String argument) {
        return argument.equals("--help") || argument.equals("-h");
    }

    /** Runs the job that the arguments name, and gives the exit code of the process. */
    public static int run(String[] arguments) {
        // Only the server configures logging. Without this, the database driver would log every
        // heartbeat.
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root)
            root.setLevel(Level.ERROR);
        return new CommandLine(new Jobs())
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command))
                .execute(arguments);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /**
     * Our own exceptions are one line. Any other exception is a defect and keeps its stack trace.
     */
    private static int failed(Exception e, CommandLine command) throws Exception {
        if (!(e instanceof LogRefusedException)
                && !(e instanceof DamagedLogException)
                && !(e instanceof LogUnavailableException)) throw e;
        command.getErr()
                .println(command.getColorScheme().errorText(String.valueOf(e.getMessage())));
        return 1;
    }

    /** Exists only for its help text. The server starts elsewhere, without this library. */
    @Command(
            name = "serve",
            description = "Serves the API and the pages; the default.",
            footer = {
                "",
                "  --server.port=8080             the port",
                "  --colophon.data-dir=./data     the directory for all data",
                "  --spring.profiles.active=demo  fills an empty log with demonstration data",
                "",
                "Any other option of Spring Boot works as well."
            })
    static final class Serve implements Runnable {

        @CommandLine.Option(
                names = {"--help", "-h"},
                usageHelp = true,
                description = "This text.")
        private boolean help;

        @Unmatched private List<String> options = List.of();

        @Override
        public void run() {
            throw new IllegalStateException("serve is not run through this command");
        }
    }
}
