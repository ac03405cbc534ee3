package colophon.launcher.jobs;

/** placeholder while wiring. */
public final class Jobs {
    private Jobs() {}

    /** placeholder. */
    public static boolean asksForHelp(String a) {
        return a.equals("--help");
    }

    /** placeholder. */
    public static int run(String[] a) {
        return 2;
    }
}
