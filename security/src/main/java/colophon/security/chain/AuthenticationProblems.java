package colophon.security.chain;

import static colophon.security.SecurityProblem.FORBIDDEN;
import static colophon.security.SecurityProblem.SIGN_IN_UNAVAILABLE;
import static colophon.security.SecurityProblem.UNAUTHENTICATED;

import colophon.api.problem.Problem;
import colophon.security.PeopleSignIn;
import colophon.security.PublicUrl;
import colophon.security.http.RequestPath;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.Optional;

/** Answers requests that are not authenticated or not authorized. */
@Component
class AuthenticationProblems
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationProblems.class);

    /** RFC 9728. */
    private static final String METADATA = "/.well-known/oauth-protected-resource";

    private final BearerTokenAuthenticationEntryPoint challenge =
            new BearerTokenAuthenticationEntryPoint();
    private final Optional<PeopleSignIn> people;

    AuthenticationProblems(Optional<PeopleSignIn> people, PublicUrl url) {
        // By default, the header would repeat the host that the request names.
        challenge.setResourceMetadataParameterResolver(_ -> url.get() + METADATA);
        this.people = people;
    }

    /**
     * Answers when nobody is signed in or the token is not accepted. WWW-Authenticate says which.
     */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (people.isPresent() && isBrowserAtAPage(request)) {
            response.sendRedirect(people.get().page());
            return;
        }
        challenge.commence(request, response, e);
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN)
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        Problem.write(
                request,
                response,
                UNAUTHENTICATED,
                "Send an access token that is valid now: Authorization: Bearer …");
    }

    private static boolean isBrowserAtAPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var path = RequestPath.of(request);
        return request.getMethod().equals("GET")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && accept != null
                && accept.contains("text/html")
                && !path.startsWith("/api/")
                && !path.startsWith("/actuator");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (!(e instanceof AuthenticationServiceException)) {
            commence(request, response, e);
            return;
        }
        LOG.error("Tokens cannot be checked: {}", e.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        Problem.write(
                request,
                response,
                SIGN_IN_UNAVAILABLE,
                "The provider that signs people and programs in does not answer. Try again.");
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var detail =
                e instanceof CsrfException
                        ? "The header X-XSRF-TOKEN is missing, or is not the value of the cookie."
                        : "Your roles do not allow this.";
        Problem.write(request, response, FORBIDDEN, detail);
    }
}
