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
 * Limits the requests per second of each caller, so that other callers get answers too. A caller is
 * a signed-in person, or else an address.
 */
abstract class RequestRateFilter extends OncePerRequestFilter {

    /**
     * The most callers that are counted at once. The caller that has been idle longest is forgotten
     * first.
     */
    private static final int MOST_CALLERS = 100_000;

    private final HandlerExceptionResolver problems;
    private final Rate rate;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(MOST_CALLERS)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    RequestRateFilter(HandlerExceptionResolver problems, Rate rate) {
        this.problems = problems;
        this.rate = rate;
    }

    /**
     * A limit.
     *
     * @param perSecond requests per second on average; 0 for no limit
     * @param burst requests at once, after a pause
     */
    record Rate(long perSecond, long burst) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return rate.perSecond <= 0;
    }

    /** Counts one request of that caller. If it exceeds the limit, answers it and gives false. */
    boolean counted(String caller, HttpServletRequest request, HttpServletResponse response) {
        var probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) return true;
        refuse(request, response, probe.getNanosToWaitForRefill());
        return false;
    }

    /** Counts one request of that caller after it was answered. */
    void countAfterwards(String caller) {
        bucket(caller).consumeIgnoringRateLimits(1);
    }

    /** The path that a refusal repeats. */
    String shownPath(HttpServletRequest request) {
        return request.getRequestURI();
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
        refusal.getBody().setInstance(URI.create(shownPath(request)));
        problems.resolveException(request, response, null, refusal);
    }

    /**
     * Limits callers who are not signed in. A cookie or token alone proves nothing, since anybody
     * can make one up. This runs before anything that costs time, so it relies on earlier requests:
     * a session or token that worked last time passes uncounted. Everything else is counted by its
     * address.
     */
    static final class AnonymousRates extends RequestRateFilter {

        /** The request attribute that a later filter sets when somebody is signed in. */
        static final String SIGNED_IN = AnonymousRates.class.getName();

        private static final String HEALTH = "/actuator/health";

        /**
         * Sessions and tokens that worked last time. They are kept as hashes, so that no token can
         * be read here.
         */
        private final Cache<String, Boolean> known =
                Caffeine.newBuilder()
                        .maximumSize(MOST_CALLERS)
                        .expireAfterAccess(Duration.ofMinutes(30))
                        .build();

        AnonymousRates(HandlerExceptionResolver problems, Rate rate) {
            super(problems, rate);
        }

        /** Health checks without credentials are not counted. */
        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            var path = request.getRequestURI();
            return super.shouldNotFilter(request)
                    || (path.equals(HEALTH) || path.startsWith(HEALTH + "/"))
                            && request.getMethod().equals("GET")
                            && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                            && request.getHeader(HttpHeaders.COOKIE) == null;
        }

        /** The path is unchecked here and may hold a card number, so it is not repeated. */
        @Override
        String shownPath(HttpServletRequest request) {
            return "/";
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

        /** A hash of the request's session and tokens; null if it has none. */
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
                throw new IllegalStateException(e); // every Java runtime has it
            }
        }
    }

    /** Limits signed-in callers. */
    static final class AccountRates extends RequestRateFilter {

        AccountRates(HandlerExceptionResolver problems, Rate rate) {
            super(problems, rate);
        }

        /**
         * Runs even without a limit, because it also sets the attribute for the signed-in person.
         */
        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return false;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var account = request.getRemoteUser();
            if (account != null) request.setAttribute(AnonymousRates.SIGNED_IN, true);
            var isCounted =
                    account != null
                            && !super.shouldNotFilter(request)
                            && !request.getRequestURI().startsWith("/actuator/");
            if (!isCounted || counted(account, request, response))
                chain.doFilter(request, response);
        }
    }
}
