package colophon.security.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.problem.Problem;
import colophon.security.SecurityProblem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

import java.io.IOException;

/**
 * Answers clients that get no token, in the format of OAuth, with the time to wait where there is
 * one.
 */
final class TokenErrorHandler implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (!(e instanceof TokenEndpointThrottle.ThrottledException held)) {
            var code =
                    e instanceof OAuth2AuthenticationException said
                            ? said.getError().getErrorCode()
                            : OAuth2ErrorCodes.INVALID_CLIENT;
            refuse(response, code);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "" + held.seconds());
        Problem.write(
                request,
                response,
                SecurityProblem.TOO_MANY_ATTEMPTS,
                "Try again in " + held.seconds() + " seconds.");
    }

    /** Answers an Authorization header that does not hold a client's name and secret. */
    static void notReadable(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"colophon\"");
        refuse(response, OAuth2ErrorCodes.INVALID_CLIENT);
    }

    /** The code comes from a closed list and does not reveal whether the client exists. */
    private static void refuse(HttpServletResponse response, String code) throws IOException {
        response.setStatus(code.equals(OAuth2ErrorCodes.INVALID_CLIENT) ? 401 : 400);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write("{\"error\":\"%s\"}".formatted(code).getBytes(UTF_8));
    }
}
