package colophon.launcher.http;

import colophon.security.content.RouteContent;
import colophon.security.content.RouteContents;
import colophon.security.http.RequestPath;

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
 * Limits bodies, and runs before every filter that could read one. Refuses bodies over 1 MB (forms:
 * over 16 KB, files to import: over 50 MB), whether they declare their length or come in chunks.
 * Also refuses bodies that arrive more slowly than 1 KB a second after the first ten seconds. Forms
 * are read only here, because Tomcat would allocate as many bytes as a client declares.
 */
@Component
@Order(BodyLimit.PLACE)
class BodyLimit extends OncePerRequestFilter {

    /** After the rate limits, and before the checks that read bodies. */
    static final int PLACE = Ordered.HIGHEST_PRECEDENCE + 34;

    private static final long LIMIT = 1024L * 1024;
    private static final long LIMIT_OF_FILES = 50 * LIMIT;
    private static final long LIMIT_OF_FORMS = 16 * 1024L;
    private static final String FILES = "/api/v1/imports";

    private final HandlerExceptionResolver problems;
    private final BodyReads reads;

    BodyLimit(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            BodyReads reads) {
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
            read = isForm(limited) ? ReadFormRequest.read(limited) : limited;
        } catch (HttpMediaTypeException | ReadFormRequest.UnreadableException e) {
            problems.resolveException(request, response, null, e);
            return;
        } catch (IOException e) {
            problems.resolveException(request, response, null, inOurWords(e));
            return;
        }
        chain.doFilter(read, response);
    }

    /** Translates Tomcat's exception for a form that ends early or stalls. */
    private static Exception inOurWords(IOException e) {
        if (e instanceof BodyTooLargeException || e instanceof BodyTooSlowException) return e;
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof SocketTimeoutException) return new BodyTooSlowException();
        return new ReadFormRequest.UnreadableException();
    }

    /** A filter may answer this path, so its content type is checked here and not at a route. */
    private static void checkKind(HttpServletRequest request) throws HttpMediaTypeException {
        var content = RouteContents.ofPath(request.getMethod(), RequestPath.of(request));
        if (content != null) content.check(request);
    }

    private static boolean isForm(HttpServletRequest request) {
        return RouteContents.readsForms(request.getMethod(), RequestPath.of(request))
                && RouteContent.isForm(request.getHeader(HttpHeaders.CONTENT_TYPE));
    }

    /** The maximum size of the request's body in bytes. */
    static long limit(HttpServletRequest request) {
        var path = RequestPath.of(request);
        if (path.equals(FILES)) return LIMIT_OF_FILES;
        return RouteContents.readsForms(request.getMethod(), path) ? LIMIT_OF_FORMS : LIMIT;
    }

    /** The body exceeds the limit. The rest is not read. */
    static final class BodyTooLargeException extends IOException {
        BodyTooLargeException(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    /** The body came too slowly. The rest is not awaited. */
    static final class BodyTooSlowException extends IOException {}

    /** Counts a body once, even if its stream is requested several times. */
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
                known = new LimitedBodyStream(super.getInputStream(), limit, reads);
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
