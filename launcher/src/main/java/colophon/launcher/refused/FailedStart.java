package colophon.launcher.refused;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the server does not start: to the person who started it, in a line or two. */
final class FailedStart implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("colophon: " + analysis.getDescription().strip());
        var action = analysis.getAction();
        if (action != null && !action.isBlank()) System.err.println("    " + action.strip());
    }
}
