package colophon.launcher.edge;

import colophon.storage.durability.OutageDetection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;

/**
 * Answers 503 if a disk or a database fails inside a filter, for example during sign-in, as the
 * handlers do. Such an outage is not a defect of the program.
 */
final class OutageFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    OutageFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted() || !OutageDetection.isBehind(e)) throw e;
            response.resetBuffer();
            problems.resolveException(request, response, null, e);
        }
    }
}
