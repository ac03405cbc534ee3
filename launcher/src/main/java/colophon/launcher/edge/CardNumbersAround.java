package colophon.launcher.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.request.CardNumber;
import colophon.launcher.http.HttpProblem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses the number of a payment card in the path, in a parameter, in a header that is kept, and
 * on a line of a file: what {@link CardNumbersInBodies} is for JSON.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CardNumbersAround extends OncePerRequestFilter {

    private static final List<String> KEPT = List.of("Idempotency-Key", "On-Behalf-Of");

    private final HandlerExceptionResolver problems;

    CardNumbersAround(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request);
        if (refusal == null) chain.doFilter(new WithCheckedLines(request), response);
        else problems.resolveException(request, response, null, refusal);
    }

    private static @Nullable ErrorResponseException refusal(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (isIn(path)) return refusal("The path", masked(path));
        var query = request.getQueryString();
        if (query != null && Arrays.stream(query.split("[&=]")).anyMatch(CardNumbersAround::isIn))
            return refusal("A parameter", path);
        for (var name : KEPT) {
            var header = request.getHeader(name);
            if (header != null && CardNumber.isIn(header))
                return refusal("The header " + name, path);
        }
        return null;
    }

    private static ErrorResponseException refusal(String place, String path) {
        var sentence = place + " holds what looks like the number of a payment card.";
        var refusal = HttpProblem.CARD_NUMBER.because(sentence);
        refusal.getBody().setInstance(URI.create(path));
        return refusal;
    }

    private static boolean isIn(String encoded) {
        return CardNumber.isIn(encoded) || CardNumber.isIn(decoded(encoded));
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException _) {
            return encoded; // no client of ours; whoever reads it in earnest says so
        }
    }

    private static String masked(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> isIn(part) ? "*" : part)
                .collect(Collectors.joining("/"));
    }

    private static final class WithCheckedLines extends HttpServletRequestWrapper {

        WithCheckedLines(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var type = getContentType();
            var isFile = type != null && type.startsWith("text/csv");
            return isFile ? new Lines(super.getInputStream()) : super.getInputStream();
        }
    }

    /** Hands on what it has checked, but for the line that is not yet whole. */
    private static final class Lines extends ServletInputStream {

        private static final int LONGEST = 64 * 1024;

        private final ServletInputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private int number = 1;

        Lines(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var next = in.read();
            if (next < 0) check();
            else add((byte) next);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var got = in.read(into, from, length);
            if (got < 0) check();
            for (int n = from; n < from + got; n++) add(into[n]);
            return got;
        }

        private void add(byte next) {
            if (next == '\n' || line.size() == LONGEST) check();
            if (next == '\n') number++;
            else line.write(next);
        }

        private void check() {
            if (CardNumber.isIn(line.toString(UTF_8)))
                throw HttpProblem.CARD_NUMBER.because(
                        "Line " + number + " holds what looks like the number of a payment card.");
            line.reset();
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
