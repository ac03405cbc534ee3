package colophon.security.chain;

import colophon.security.InvalidSignInSettingsException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains in two lines why the server does not start, in place of a stack trace. */
final class SignInSettingsFailureAnalyzer
        extends AbstractFailureAnalyzer<InvalidSignInSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidSignInSettingsException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
