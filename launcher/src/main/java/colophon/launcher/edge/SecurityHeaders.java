package colophon.launcher.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.function.BiConsumer;

/**
 * Adds security headers to every answer. Browsers run and load only our own files, do not show our
 * pages inside other pages, and do not store personal data.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders extends OncePerRequestFilter {

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Inline scripts and styles are not allowed, so that text in a page stays text. */
    private static final String OUR_FILES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(),"
                    + " microphone=(), payment=(), usb=()";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = asked instanceof String first ? first : request.getRequestURI();
        path = path.substring(request.getContextPath().length());
        write(path, request.isSecure(), response::setHeader);
        chain.doFilter(request, response);
    }

    /** Tomcat clears the headers before it turns an answer into an error, so they are set again. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Also used for answers that no filter sees. */
    static void write(String path, boolean encrypted, BiConsumer<String, String> header) {
        var isPage = !path.startsWith("/api/") && !path.startsWith("/actuator");
        header.accept("Content-Security-Policy", isPage ? OUR_FILES : NOTHING);
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("X-Frame-Options", "DENY");
        header.accept("Referrer-Policy", "same-origin");
        header.accept("Permissions-Policy", NO_DEVICES);
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Cross-Origin-Resource-Policy", "same-origin");
        if (path.startsWith("/api/")) header.accept("Cache-Control", "no-store");
        if (encrypted)
            header.accept("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
}
