package colophon.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.launcher.http.BodyLimit.BodyTooLargeException;
import colophon.launcher.http.BodyLimit.BodyTooSlowException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Counts how many bytes of a body are read before it is refused. */
class LimitedBodyStreamTest {

    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicReference<Exception> refused = new AtomicReference<>();
    private final AtomicInteger passed = new AtomicInteger();
    private final FilterChain next = (_, _) -> passed.incrementAndGet();
    private final BodyLimit filter =
            new BodyLimit(
                    (_, _, _, e) -> {
                        refused.set(e);
                        return null;
                    },
                    new BodyReads(time::get));

    /** Endless bytes, each of which takes that long to arrive. */
    private ServletInputStream endless(long nanos) {
        return new ServletInputStream() {
            @Override
            public int read() {
                time.addAndGet(nanos);
                read.incrementAndGet();
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (length > 0) into[from] = (byte) read();
                return Math.min(length, 1);
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private MockHttpServletRequest form(String path, ServletInputStream body) {
        return new MockHttpServletRequest("POST", path) {
            @Override
            public ServletInputStream getInputStream() {
                return body;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sign-in", "/sign-out", "/oauth2/token", "/set-up", "/account/password"})
    void a_form_that_never_ends_is_read_up_to_its_limit(String path) throws Exception {
        var request = form(path, endless(0));
        request.setContentType("application/x-www-form-urlencoded");
        request.addHeader("Transfer-Encoding", "chunked");
        filter.doFilter(request, new MockHttpServletResponse(), next);
        assertThat(refused.get()).isInstanceOf(BodyTooLargeException.class);
        assertThat(read.get()).isEqualTo(16 * 1024 + 1);
        assertThat(passed.get()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 11", "5, 3", "12, 1"})
    void a_form_that_comes_too_slowly_is_given_up(int seconds, int bytes) throws Exception {
        var request = form("/sign-in", endless(TimeUnit.SECONDS.toNanos(seconds)));
        request.setContentType("application/x-www-form-urlencoded");
        request.addHeader("Transfer-Encoding", "chunked");
        filter.doFilter(request, new MockHttpServletResponse(), next);
        assertThat(refused.get()).isInstanceOf(BodyTooSlowException.class);
        assertThat(read.get()).isEqualTo(bytes);
        assertThat(passed.get()).isZero();
    }

    @Test
    void a_form_that_says_too_much_is_not_read_at_all() throws Exception {
        var request = form("/sign-in", endless(0));
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent(new byte[16 * 1024 + 1]);
        filter.doFilter(request, new MockHttpServletResponse(), next);
        assertThat(refused.get()).isInstanceOf(BodyTooLargeException.class);
        assertThat(read.get()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded; charset=utf-16",
                "application/json",
                "text/plain"
            })
    void a_body_that_is_no_form_is_not_read_where_forms_are(String type) throws Exception {
        var request = form("/oauth2/token", endless(0));
        request.setContentType(type);
        request.addHeader("Transfer-Encoding", "chunked");
        filter.doFilter(request, new MockHttpServletResponse(), next);
        assertThat(refused.get()).isNotNull();
        assertThat(read.get()).isZero();
        assertThat(passed.get()).isZero();
    }

    /** The bytes are counted once, even if the stream is requested several times. */
    @Test
    void there_is_one_count_for_a_body() throws Exception {
        var request = form("/api/v1/students", endless(0));
        filter.doFilter(
                request,
                new MockHttpServletResponse(),
                (limited, _) -> {
                    for (int n = 0; n < 16; n++) limited.getInputStream().readNBytes(64 * 1024);
                    assertThatThrownBy(() -> limited.getInputStream().read())
                            .isInstanceOf(BodyTooLargeException.class);
                });
        assertThat(read.get()).isEqualTo(1024 * 1024 + 1);
    }

    /** A form at a path that takes none is not read when a parameter is requested. */
    @Test
    void a_parameter_is_not_looked_for_in_a_body_that_is_no_form_of_ours() throws Exception {
        var request = form("/api/v1/students", endless(0));
        request.setContentType("application/x-www-form-urlencoded");
        filter.doFilter(
                request,
                new MockHttpServletResponse(),
                (limited, _) -> assertThat(limited.getParameter("a")).isNull());
        assertThat(read.get()).isZero();
    }
}
