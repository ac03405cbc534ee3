package colophon.launcher.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Refuses bodies over 1 MB (files to import: over 50 MB), whether they say their length or come in
 * chunks, and those that come more slowly than 1 KB a second after the first ten seconds. Spring
 * Boot limits forms only, Tomcat how long one read may take: without this a client could fill the
 * memory with one request, or keep it open for days.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

    private static final long LIMIT = 1024L * 1024;
    private static final long LIMIT_OF_FILES = 50 * LIMIT;
    private static final String FILES = "/api/v1/imports";

    private static final long BYTES_PER_SECOND = 1024;
    private static final long HEAD_START = TimeUnit.SECONDS.toNanos(10);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request, limit(request)), response);
    }

    /** How many bytes the body of such a request may have. */
    static long limit(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(FILES) ? LIMIT_OF_FILES : LIMIT;
    }

    /** More came than the limit; the rest is not read. */
    static final class BodyTooLargeException extends IOException {
        BodyTooLargeException(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    /** It came too slowly; the rest is not waited for. */
    static final class BodyTooSlowException extends IOException {}

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > limit) throw new BodyTooLargeException(limit);
            return new Counting(super.getInputStream(), limit);
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream in;
        private final long limit;
        private final long since = System.nanoTime();
        private long left;

        Counting(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            var next = in.read();
            if (next >= 0) count(1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var got = in.read(into, from, length);
            if (got > 0) count(got);
            return got;
        }

        private void count(int got) throws IOException {
            left -= got;
            if (left < 0) throw new BodyTooLargeException(limit);
            var seconds = (System.nanoTime() - since - HEAD_START) / 1e9;
            if (seconds * BYTES_PER_SECOND > limit - left) throw new BodyTooSlowException();
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
