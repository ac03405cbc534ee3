package colophon.security.chain;

import colophon.security.accounts.PasswordLinks;
import colophon.security.http.CookieNames;
import colophon.security.http.RequestPath;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Distinguishes requests of our own pages from requests that another site made the browser send
 * (CSRF). Both carry the session cookie. Only our pages can read the other cookie and repeat it in
 * a header or a form. Programs have no cookies and need no such token.
 */
final class CsrfProtection implements CsrfTokenRequestHandler {

    static final String SIGN_OUT = "/sign-out";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> FORMS =
            Set.of(
                    "/sign-in",
                    "/sign-in/passkey",
                    "/sign-in/passkey/options",
                    "/set-up",
                    PasswordLinks.PAGE,
                    SIGN_OUT);

    private final CsrfTokenRequestHandler inForms = new XorCsrfTokenRequestAttributeHandler();
    private final CsrfTokenRequestHandler inHeaders = new CsrfTokenRequestAttributeHandler();

    /** The cookie in which a page finds the token to repeat. */
    static CookieCsrfTokenRepository cookie(boolean encrypted) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName(CookieNames.named(CookieNames.XSRF, encrypted));
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(it -> it.secure(encrypted).sameSite("Lax"));
        return cookie;
    }

    /** True for requests that change something and could come from a browser. */
    static boolean areNeeded(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) return false;
        return request.getSession(false) != null || FORMS.contains(RequestPath.of(request));
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        inForms.handle(request, response, token);
        if (request.getSession(false) == null) return;
        var _ = token.get(); // sets the cookie
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        var from = request.getHeader(token.getHeaderName()) == null ? inForms : inHeaders;
        return from.resolveCsrfTokenValue(request, token);
    }
}
