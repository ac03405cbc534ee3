package colophon.launcher.edge;

import colophon.launcher.http.HttpProblem;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * So many requests a second from one caller, and no more: the others are to get their answers, too.
 * A caller is who is signed in, or the address of whoever is not.
 */
abstract class RequestRates extends OncePerRequestFilter {

    /** More callers than this at once: the ones that ask least often begin anew. */
    private static final int MOST_CALLERS = 100_000;

    private final HandlerExceptionResolver problems;
    private final Rate rate;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(MOST_CALLERS)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    RequestRates(HandlerExceptionResolver problems, Rate rate) {
        this.problems = problems;
        this.rate = rate;
    }

    /**
     * How many.
     *
     * @param perSecond in the long run; 0 for no limit
     * @param burst at once, after a pause
     */
    record Rate(long perSecond, long burst) {}

    /** Who sends the request; null if it is none of those that this one counts. */
    abstract @Nullable String caller(HttpServletRequest request);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return rate.perSecond <= 0 || request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = caller(request);
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        var probe = buckets.get(caller, _ -> full()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) chain.doFilter(request, response);
        else refuse(request, response, probe.getNanosToWaitForRefill());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(Math.max(rate.burst, 1))
                                        .refillGreedy(rate.perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long nanos) {
        var refusal =
                HttpProblem.TOO_MANY_REQUESTS.because(
                        "More than %d requests a second from one caller; nothing was done."
                                .formatted(rate.perSecond));
        var seconds = Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        refusal.getBody().setInstance(URI.create(request.getRequestURI()));
        problems.resolveException(request, response, null, refusal);
    }

    /** Whoever sends nothing that could say who it is. Asked before anybody is signed in. */
    static final class OfStrangers extends RequestRates {

        OfStrangers(HandlerExceptionResolver problems, Rate rate) {
            super(problems, rate);
        }

        @Override
        @Nullable String caller(HttpServletRequest request) {
            var isStranger =
                    request.getHeader(HttpHeaders.AUTHORIZATION) == null
                            && request.getRequestedSessionId() == null;
            return isStranger ? request.getRemoteAddr() : null;
        }
    }

    /** Whoever is signed in. */
    static final class OfAccounts extends RequestRates {

        OfAccounts(HandlerExceptionResolver problems, Rate rate) {
            super(problems, rate);
        }

        @Override
        @Nullable String caller(HttpServletRequest request) {
            return request.getRemoteUser();
        }
    }
}
