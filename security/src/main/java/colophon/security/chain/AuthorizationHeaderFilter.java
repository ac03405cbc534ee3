package colophon.security.chain;

import colophon.api.problem.Problem;
import colophon.security.SecurityProblem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses an Authorization header that cannot be read, instead of ignoring it. A request with both
 * a session and this header is refused too, since they could name two different persons.
 */
public final class AuthorizationHeaderFilter extends OncePerRequestFilter {

    /** RFC 6750. */
    private static final Pattern BEARER =
            Pattern.compile("Bearer [A-Za-z0-9._~+/-]+=*", Pattern.CASE_INSENSITIVE);

    /** RFC 7617. The content is parsed later. */
    private static final Pattern BASIC =
            Pattern.compile("Basic [A-Za-z0-9+/]+=*", Pattern.CASE_INSENSITIVE);

    private final RequestMatcher basic;
    private final RequestMatcher ours;
    private final AuthenticationEntryPoint door;

    /**
     * Checks headers except where {@code basic} or {@code ours} matches: {@code basic} takes a
     * client's name and secret in place of a token, and {@code ours} reads the header itself.
     *
     * @param door answers a header that cannot be read
     */
    public AuthorizationHeaderFilter(
            RequestMatcher basic, RequestMatcher ours, AuthenticationEntryPoint door) {
        this.basic = basic;
        this.ours = ours;
        this.door = door;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (sent.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        // The header has not been read yet, so the signed-in person comes from a session.
        if (SecurityContextHolder.getContext().getAuthentication() != null)
            Problem.write(
                    request,
                    response,
                    SecurityProblem.TWO_SIGN_INS,
                    "Send the cookie of a session or the header Authorization, not both.");
        else if (isReadable(request, sent)) chain.doFilter(request, response);
        else
            door.commence(
                    request,
                    response,
                    new InvalidBearerTokenException("The Authorization header cannot be read"));
    }

    private boolean isReadable(HttpServletRequest request, List<String> sent) {
        if (sent.size() != 1) return false;
        if (ours.matches(request)) return true;
        var form = basic.matches(request) ? BASIC : BEARER;
        return form.matcher(sent.getFirst()).matches();
    }
}
