package colophon.security.chain;

import colophon.security.RefusedSignInException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains in two lines why the server does not start, in place of a stack trace. */
final class RefusedStart extends AbstractFailureAnalyzer<RefusedSignInException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RefusedSignInException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
