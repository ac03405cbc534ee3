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

/**
 * Refuses bodies over 1 MB (files to import: over 50 MB), whether they say their length or come in
 * chunks. Spring Boot limits forms only; without this a client could fill the memory with one
 * request.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

    private static final long LIMIT = 1024L * 1024;
    private static final long LIMIT_OF_FILES = 50 * LIMIT;
    private static final String FILES = "/api/v1/imports";

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
