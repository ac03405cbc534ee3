package colophon.launcher.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.request.CardNumber;
import colophon.launcher.http.HttpProblem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Refuses a payment card number in the path, in a parameter, in a stored header, in a form and on a
 * line of a file. {@link CardNumberBodyCheck} does the same for JSON. This runs after the rate
 * limit for strangers, so that excess requests cost nothing more, and before the sign-in, which
 * stores the name it is given.
 */
@Component
@Order(EdgeConfiguration.BEFORE_SIGN_IN + 10)
class CardNumberFilter extends OncePerRequestFilter {

    private static final List<String> KEPT = List.of("Idempotency-Key", "On-Behalf-Of", "Interest");

    private final HandlerExceptionResolver problems;

    CardNumberFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    /** A card number was found. The message names the place and never the number. */
    private static final class FoundException extends ErrorResponseException {

        FoundException(String place, String path) {
            var refusal = HttpProblem.CARD_NUMBER.because(place + " " + CardNumber.REFUSAL + ".");
            super(refusal.getStatusCode(), refusal.getBody(), null);
            getBody().setInstance(URI.create(path));
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            check(request);
            chain.doFilter(new WithCheckedBody(request), response);
        } catch (FoundException found) {
            // This form is read by a filter, so there is no handler yet.
            problems.resolveException(request, response, null, found);
        }
    }

    private static void check(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (CardNumber.isInEncoded(path)) throw new FoundException("The path", masked(path));
        var query = request.getQueryString();
        if (query != null && areInQuery(query)) throw new FoundException("A parameter", path);
        for (var name : KEPT)
            for (var value : Collections.list(request.getHeaders(name)))
                if (isInHeader(value)) throw new FoundException("The header " + name, path);
    }

    private static boolean areInQuery(String query) {
        return Arrays.stream(query.split("[&=]")).anyMatch(CardNumber::isInEncoded);
    }

    /** The server decodes each byte as one character, but a client may have sent UTF-8. */
    private static boolean isInHeader(String value) {
        return CardNumber.isInEncoded(value)
                || CardNumber.isIn(new String(value.getBytes(ISO_8859_1), UTF_8));
    }

    private static String masked(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> CardNumber.isInEncoded(part) ? "*" : part)
                .collect(Collectors.joining("/"));
    }

    private static @Nullable MediaType type(HttpServletRequest request) {
        try {
            var type = request.getContentType();
            return type == null ? null : MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException _) {
            return null;
        }
    }

    /** A body that is not JSON is checked while it is read, as a form or line by line. */
    private static final class WithCheckedBody extends HttpServletRequestWrapper {

        private final boolean isJson;
        private final boolean isForm;
        private boolean isChecked;
        private @Nullable ServletInputStream body;

        WithCheckedBody(HttpServletRequest request) {
            super(request);
            var type = type(request);
            isJson = type != null && CardNumberBodyCheck.isJson(type);
            isForm = type != null && MediaType.APPLICATION_FORM_URLENCODED.includes(type);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var known = body;
            if (known == null) body = known = checked(super.getInputStream());
            return known;
        }

        private ServletInputStream checked(ServletInputStream unchecked) {
            if (isJson) return unchecked;
            return isForm
                    ? new CardNumberCheckedStream(
                            unchecked, "&=", _ -> refuse("A field of the form"))
                    : new CardNumberCheckedStream(unchecked, "\n", line -> refuse("Line " + line));
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            return new BufferedReader(
                    new InputStreamReader(
                            getInputStream(), encoding == null ? UTF_8.name() : encoding));
        }

        @Override
        public @Nullable String getParameter(String name) {
            checkForm();
            return super.getParameter(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            checkForm();
            return super.getParameterValues(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            checkForm();
            return super.getParameterNames();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            checkForm();
            return super.getParameterMap();
        }

        /** Checks a form that the server itself has parsed into parameters. */
        private void checkForm() {
            if (!isForm || isChecked) return;
            isChecked = true;
            for (var field : super.getParameterMap().entrySet()) {
                if (CardNumber.isIn(field.getKey())) refuse("A field of the form");
                for (var value : field.getValue())
                    if (CardNumber.isIn(value)) refuse("A field of the form");
            }
        }

        private void refuse(String place) {
            throw new FoundException(place, getRequestURI());
        }
    }
}
