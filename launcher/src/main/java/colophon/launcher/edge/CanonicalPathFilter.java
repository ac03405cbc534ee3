package colophon.launcher.edge;

import colophon.launcher.http.HttpProblem;
import colophon.security.http.RequestPath;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;
import java.net.URI;

/**
 * Refuses a path that is not in its plain spelling. Later checks compare paths in different ways.
 * An encoded letter must not avoid one check and still reach the same route.
 */
@Component
@Order(EdgeConfiguration.BEFORE_SIGN_IN + 2)
class CanonicalPathFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    CanonicalPathFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (RequestPath.isPlain(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        var detail =
                "The path is not in its plain spelling: do not encode letters, digits and - . _ ~,"
                        + " and use no empty segments, no dot segments, no ; and no \\.";
        var refusal = HttpProblem.INVALID_REQUEST.because(detail);
        refusal.getBody().setInstance(URI.create("/")); // the path is unchecked
        problems.resolveException(request, response, null, refusal);
    }
}
