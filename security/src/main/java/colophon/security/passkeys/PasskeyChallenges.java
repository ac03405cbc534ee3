package colophon.security.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

import java.time.Duration;
import java.util.Optional;

/**
 * The last challenge sent to a browser, kept in its session. Each challenge is answered only once.
 */
final class PasskeyChallenges {

    /**
     * A browser that only asks for a challenge gets a short session, since there may be many of
     * them.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String TO_SHOW = PasskeyChallenges.class.getName() + ".show";
    private static final String TO_MAKE = PasskeyChallenges.class.getName() + ".make";

    void show(HttpServletRequest request, PublicKeyCredentialRequestOptions question) {
        var session = request.getSession();
        if (session.isNew()) session.setMaxInactiveInterval((int) PATIENCE.toSeconds());
        session.setAttribute(TO_SHOW, question);
    }

    void make(HttpServletRequest request, PublicKeyCredentialCreationOptions question) {
        request.getSession().setAttribute(TO_MAKE, question);
    }

    Optional<PublicKeyCredentialRequestOptions> toShow(HttpServletRequest request) {
        return take(request, TO_SHOW, PublicKeyCredentialRequestOptions.class);
    }

    Optional<PublicKeyCredentialCreationOptions> toMake(HttpServletRequest request) {
        return take(request, TO_MAKE, PublicKeyCredentialCreationOptions.class);
    }

    /** Gives a session its usual length after the person has signed in, by passkey or password. */
    static void lastAsUsual(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return;
        var minutes = request.getServletContext().getSessionTimeout();
        session.setMaxInactiveInterval((int) Duration.ofMinutes(minutes).toSeconds());
    }

    /** Synchronized, so that the same answer sent twice at once is accepted only once. */
    private static <Q> Optional<Q> take(HttpServletRequest request, String name, Class<Q> type) {
        HttpSession session = request.getSession(false);
        if (session == null) return Optional.empty();
        synchronized (PasskeyChallenges.class) {
            var question = session.getAttribute(name);
            session.removeAttribute(name);
            return Optional.ofNullable(type.cast(question));
        }
    }
}
