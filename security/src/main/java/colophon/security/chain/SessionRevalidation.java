package colophon.security.chain;

import colophon.security.ActorAuthentication;
import colophon.security.PeopleSignIn;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the signed-in person from the session. The account is checked again on every request, for
 * whether it still exists and what it may do. Nothing else reads the person from a session, so no
 * header and no address bypasses this check.
 */
final class SessionRevalidation implements SecurityContextRepository {

    private final HttpSessionSecurityContextRepository kept =
            new HttpSessionSecurityContextRepository();
    private final PeopleSignIn people;
    private final Duration longest;
    private final Clock clock;

    SessionRevalidation(PeopleSignIn people, Duration longest, Clock clock) {
        this.people = people;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Checked(request, kept.loadDeferredContext(request));
    }

    @Override
    @SuppressWarnings("deprecation") // delegates, in case anything still calls it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        kept.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return kept.containsContext(request);
    }

    private SecurityContext now(HttpServletRequest request, SecurityContext then) {
        var now = SecurityContextHolder.createEmptyContext();
        var who = then.getAuthentication();
        if (who == null) return now;
        var person =
                who instanceof ActorAuthentication authentication && lasts(authentication)
                        ? people.current(authentication)
                                .map(
                                        it ->
                                                new ActorAuthentication(
                                                        it,
                                                        authentication.since(),
                                                        authentication.generation()))
                        : Optional.<ActorAuthentication>empty();
        if (person.isPresent()) now.setAuthentication(person.get());
        else end(request);
        return now;
    }

    /**
     * The absolute difference is compared. Otherwise a session from the future would last until
     * then.
     */
    private boolean lasts(ActorAuthentication authentication) {
        return Duration.between(authentication.since(), clock.instant()).abs().compareTo(longest)
                < 0;
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return;
        try {
            session.invalidate();
        } catch (IllegalStateException _) {
            // Another request has already ended the session.
        }
    }

    /** Checks the session on first use, and only once per request. */
    private final class Checked implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private final DeferredSecurityContext then;
        private @Nullable SecurityContext now;

        Checked(HttpServletRequest request, DeferredSecurityContext then) {
            this.request = request;
            this.then = then;
        }

        @Override
        public SecurityContext get() {
            var known = now;
            if (known == null) {
                known = now(request, then.get());
                now = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
