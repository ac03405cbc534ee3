package colophon.security.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

import java.time.Duration;
import java.util.Optional;

/** What a browser was asked last, kept in its session: each question is answered once. */
final class Asked {

    /** Who only asks keeps no session for long: there may be many of them. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String TO_SHOW = Asked.class.getName() + ".show";
    private static final String TO_MAKE = Asked.class.getName() + ".make";

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

    /** For whoever has come in, by whatever way: their session lasts as long as all others. */
    static void lastAsUsual(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return;
        var minutes = request.getServletContext().getSessionTimeout();
        session.setMaxInactiveInterval((int) Duration.ofMinutes(minutes).toSeconds());
    }

    /** One at a time: the same answer, sent twice at once, is still accepted once. */
    private static <Q> Optional<Q> take(HttpServletRequest request, String name, Class<Q> type) {
        HttpSession session = request.getSession(false);
        if (session == null) return Optional.empty();
        synchronized (Asked.class) {
            var question = session.getAttribute(name);
            session.removeAttribute(name);
            return Optional.ofNullable(type.cast(question));
        }
    }
}
