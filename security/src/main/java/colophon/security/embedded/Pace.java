package colophon.security.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.security.SecurityProblem;
import colophon.security.accounts.Attempts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Base64;

/** Lets nobody guess at the secrets of clients quickly. */
final class Pace extends OncePerRequestFilter {

    private final Attempts attempts;

    Pace(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().equals("/oauth2/token")) {
            chain.doFilter(request, response);
            return;
        }
        // A person of the same name is somebody else.
        var name = "client " + client(request);
        var address = request.getRemoteAddr();
        var wait = attempts.toWait(name, address);
        if (wait.isPositive()) {
            refuse(response, wait.plusMillis(999).toSeconds());
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED)
            attempts.failed(name, address);
        else if (response.getStatus() == HttpServletResponse.SC_OK)
            attempts.succeeded(name, address);
    }

    private static void refuse(HttpServletResponse response, long seconds) throws IOException {
        var problem = SecurityProblem.TOO_MANY_ATTEMPTS;
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.RETRY_AFTER, "" + seconds);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var body =
                """
                {"type":"/problems/%1$s","title":"%2$s","status":%3$d,"detail":"Try again in %4$d seconds.","instance":"/oauth2/token","reason":"%1$s"}
                """;
        response.getOutputStream()
                .write(
                        body.strip()
                                .formatted(
                                        problem.word(), problem.title(), problem.status(), seconds)
                                .getBytes(UTF_8));
    }

    private static String client(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6))
            return String.valueOf(request.getParameter("client_id"));
        try {
            var text = new String(Base64.getDecoder().decode(header.substring(6).strip()), UTF_8);
            return text.substring(0, Math.max(0, text.indexOf(':')));
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
