package colophon.launcher.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Explains in a line or two why the server does not start, for the person who started it. */
final class StartFailureReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("colophon: " + analysis.getDescription().strip());
        var action = analysis.getAction();
        if (action != null && !action.isBlank()) System.err.println("    " + action.strip());
    }
}
