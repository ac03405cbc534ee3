package colophon.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two lines why the server does not start, in place of a stack trace. */
final class RefusedStart extends AbstractFailureAnalyzer<LoopbackOnly.NotLoopbackException> {

    @Override
    protected @Nullable FailureAnalysis analyze(
            Throwable failure, LoopbackOnly.NotLoopbackException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Remove --server.address.", cause);
    }
}
