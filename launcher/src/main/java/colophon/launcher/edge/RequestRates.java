package colophon.launcher.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.launcher.http.HttpProblem;
import colophon.security.ClientAddress;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;

/**
 * So many requests a second from one caller, and no more: the others are to get their answers, too.
 * A caller is who is signed in, or where somebody comes from who is not.
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

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return rate.perSecond <= 0;
    }

    /** Counts one request of that caller; if it is one too many, answers it and gives false. */
    boolean counted(String caller, HttpServletRequest request, HttpServletResponse response) {
        var probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) return true;
        refuse(request, response, probe.getNanosToWaitForRefill());
        return false;
    }

    /** Counts one request of that caller that has been answered already. */
    void countAfterwards(String caller) {
        bucket(caller).consumeIgnoringRateLimits(1);
    }

    private Bucket bucket(String caller) {
        return buckets.get(caller, _ -> full());
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

    /**
     * Who is not signed in, whatever they send: a cookie or a token that anybody can write makes
     * nobody known. Stands before all that costs anything, so it goes by what it has seen: with
     * what somebody was signed in the last time, they may come in uncounted; all else is counted by
     * where it comes from.
     */
    static final class OfStrangers extends RequestRates {

        /** Says, further on, that somebody is signed in. */
        static final String SIGNED_IN = OfStrangers.class.getName();

        private static final String HEALTH = "/actuator/health";

        /** What has opened the door the last time, as a hash: nobody finds a token here. */
        private final Cache<String, Boolean> known =
                Caffeine.newBuilder()
                        .maximumSize(MOST_CALLERS)
                        .expireAfterAccess(Duration.ofMinutes(30))
                        .build();

        OfStrangers(HandlerExceptionResolver problems, Rate rate) {
            super(problems, rate);
        }

        /** Those who only ask whether it is alive, and send nothing that had to be looked at. */
        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            var path = request.getRequestURI();
            return super.shouldNotFilter(request)
                    || (path.equals(HEALTH) || path.startsWith(HEALTH + "/"))
                            && request.getMethod().equals("GET")
                            && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                            && request.getHeader(HttpHeaders.COOKIE) == null;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var from = ClientAddress.bucket(request.getRemoteAddr());
            var shown = shown(request);
            var isKnown = shown != null && known.getIfPresent(shown) != null;
            if (!isKnown && !counted(from, request, response)) return;
            try {
                chain.doFilter(request, response);
            } finally {
                var isSignedIn = request.getAttribute(SIGNED_IN) != null;
                if (shown != null && isSignedIn) known.put(shown, true);
                if (shown != null && isKnown && !isSignedIn) {
                    known.invalidate(shown);
                    countAfterwards(from);
                }
            }
        }

        /** A hash of all that could say who somebody is; null if there is nothing. */
        private static @Nullable String shown(HttpServletRequest request) {
            var session = request.getRequestedSessionId();
            var tokens = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
            if (session == null && tokens.isEmpty()) return null;
            var all = session + "\n" + String.join("\n", tokens);
            return Base64.getEncoder().encodeToString(sha256().digest(all.getBytes(UTF_8)));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java has it
            }
        }
    }

    /** Who is signed in. */
    static final class OfAccounts extends RequestRates {

        OfAccounts(HandlerExceptionResolver problems, Rate rate) {
            super(problems, rate);
        }

        /** Also where nobody is counted, it is said who is signed in. */
        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return false;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var account = request.getRemoteUser();
            if (account != null) request.setAttribute(OfStrangers.SIGNED_IN, true);
            var isCounted =
                    account != null
                            && !super.shouldNotFilter(request)
                            && !request.getRequestURI().startsWith("/actuator/");
            if (!isCounted || counted(account, request, response))
                chain.doFilter(request, response);
        }
    }
}
