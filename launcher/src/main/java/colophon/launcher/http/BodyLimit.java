package colophon.launcher.http;

import colophon.security.RequestPath;
import colophon.security.matrix.Content;
import colophon.security.matrix.Contents;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * Stands before every filter that could read a body. Refuses bodies over 1 MB (forms: over 16 KB,
 * files to import: over 50 MB), whether they say their length or come in chunks, and those that
 * come more slowly than 1 KB a second after the first ten seconds. Forms are read here and nowhere
 * else: Tomcat would make room for as many bytes as a stranger says will come.
 */
@Component
@Order(BodyLimit.PLACE)
class BodyLimit extends OncePerRequestFilter {

    /** Behind those who count requests, before those who look into bodies. */
    static final int PLACE = Ordered.HIGHEST_PRECEDENCE + 34;

    private static final long LIMIT = 1024L * 1024;
    private static final long LIMIT_OF_FILES = 50 * LIMIT;
    private static final long LIMIT_OF_FORMS = 16 * 1024L;
    private static final String FILES = "/api/v1/imports";

    private final HandlerExceptionResolver problems;
    private final Reads reads;

    BodyLimit(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, Reads reads) {
        this.problems = problems;
        this.reads = reads;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limited = new Limited(request, limit(request));
        HttpServletRequest read;
        try {
            checkKind(limited);
            read = isForm(limited) ? Form.read(limited) : limited;
        } catch (HttpMediaTypeException | Form.UnreadableException e) {
            problems.resolveException(request, response, null, e);
            return;
        } catch (IOException e) {
            problems.resolveException(request, response, null, inOurWords(e));
            return;
        }
        chain.doFilter(read, response);
    }

    /** What Tomcat says of a form that ends, or stops, in the middle. */
    private static Exception inOurWords(IOException e) {
        if (e instanceof BodyTooLargeException || e instanceof BodyTooSlowException) return e;
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof SocketTimeoutException) return new BodyTooSlowException();
        return new Form.UnreadableException();
    }

    /** What a filter may answer never comes to a route, where its kind would be looked at. */
    private static void checkKind(HttpServletRequest request) throws HttpMediaTypeException {
        var content = Contents.ofPath(request.getMethod(), RequestPath.of(request));
        if (content != null) content.check(request);
    }

    private static boolean isForm(HttpServletRequest request) {
        return Contents.readsForms(request.getMethod(), RequestPath.of(request))
                && Content.isForm(request.getHeader(HttpHeaders.CONTENT_TYPE));
    }

    /** How many bytes the body of such a request may have. */
    static long limit(HttpServletRequest request) {
        var path = RequestPath.of(request);
        if (path.equals(FILES)) return LIMIT_OF_FILES;
        return Contents.readsForms(request.getMethod(), path) ? LIMIT_OF_FORMS : LIMIT;
    }

    /** More came than the limit; the rest is not read. */
    static final class BodyTooLargeException extends IOException {
        BodyTooLargeException(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    /** It came too slowly; the rest is not waited for. */
    static final class BodyTooSlowException extends IOException {}

    /** There is one count for a body, however often somebody asks for its stream. */
    private final class Limited extends HttpServletRequestWrapper {

        private final long limit;
        private @Nullable ServletInputStream counted;
        private @Nullable BufferedReader reader;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > limit) throw new BodyTooLargeException(limit);
            var known = counted;
            if (known == null) {
                known = new CountedBody(super.getInputStream(), limit, reads);
                counted = known;
            }
            return known;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var known = reader;
            if (known == null) {
                known =
                        new BufferedReader(
                                new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
                reader = known;
            }
            return known;
        }
    }
}
