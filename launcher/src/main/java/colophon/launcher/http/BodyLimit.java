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
 * Refuses bodies over 1 MB, whether they say their length or come in chunks. Spring Boot limits
 * forms only; without this a client could fill the memory with one request.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

    static final long LIMIT = 1024L * 1024;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request), response);
    }

    /** More came than the limit; the rest is not read. */
    static final class BodyTooLargeException extends IOException {
        BodyTooLargeException() {
            super("more than " + LIMIT + " bytes");
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > LIMIT) throw new BodyTooLargeException();
            return new Counting(super.getInputStream());
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream in;
        private long left = LIMIT;

        Counting(ServletInputStream in) {
            this.in = in;
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
            if (left < 0) throw new BodyTooLargeException();
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
