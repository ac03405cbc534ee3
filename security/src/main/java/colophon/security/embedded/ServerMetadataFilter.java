package colophon.security.embedded;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.net.URI;

/**
 * The metadata of this authorization server (RFC 8414): its endpoints, at the address where people
 * and programs reach it. Spring's own answer advertises everything its server could do, and cannot
 * be restricted.
 */
final class ServerMetadataFilter extends OncePerRequestFilter {

    private final RequestMatcher here;
    private final byte[] answer;

    ServerMetadataFilter(String path, URI url, String tokens, String keys) {
        this.here = pathPattern(HttpMethod.GET, path);
        this.answer =
                """
                {"issuer":"%1$s","token_endpoint":"%1$s%2$s","jwks_uri":"%1$s%3$s","response_types_supported":[],"grant_types_supported":["client_credentials"],"token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"]}\
                """
                        .formatted(url, tokens, keys)
                        .getBytes(UTF_8);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!here.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(answer);
    }
}
