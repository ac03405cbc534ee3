package colophon.launcher.startup;

import colophon.storage.log.LogRefusedException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a data directory that is in use or is not ours, by the message of the exception alone.
 */
final class LogFailureAnalyzer extends AbstractFailureAnalyzer<LogRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, LogRefusedException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
