package colophon.launcher;

import colophon.launcher.jobs.Jobs;
import colophon.launcher.serve.Application;

import org.springframework.boot.SpringApplication;

import java.util.Arrays;

/** The main class. It starts the server, or does the job that the first argument names. */
public final class Colophon {

    private Colophon() {}

    /**
     * Takes arguments as in {@code colophon
     * [serve|verify-log|backup|restore|migrate|rebuild-views|import] [options]}.
     */
    public static void main(String[] arguments) {
        if (arguments.length == 0
                || arguments[0].startsWith("--") && !Jobs.asksForHelp(arguments[0]))
            serve(arguments);
        else if (arguments[0].equals("serve")
                && Arrays.stream(arguments).noneMatch(Jobs::asksForHelp))
            serve(Arrays.copyOfRange(arguments, 1, arguments.length));
        else System.exit(Jobs.run(arguments));
    }

    private static void serve(String[] options) {
        new SpringApplication(Application.class).run(options);
    }
}
