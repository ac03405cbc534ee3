package colophon.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import colophon.storage.log.LogUnavailableException;

import com.mongodb.MongoTimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/** The answer is the same for a failure of any port, at any depth of wrapping. */
class OutagesTest {

    private final ProblemAdvice problems = new ProblemAdvice();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final MockHttpServletRequest request =
            new MockHttpServletRequest("GET", "/api/v1/students/s/status");

    @BeforeEach
    void listen() {
        lines.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(lines);
    }

    static List<Exception> outages() {
        var disk = new LogUnavailableException("The keys: disk I/O error", new IOException("EIO"));
        var server = new MongoTimeoutException("Timed out while waiting for a server");
        return List.of(
                disk,
                server,
                new IllegalStateException(server),
                new CompletionException(disk),
                new HttpMessageNotWritableException("Could not write JSON", disk),
                new IOException(new RuntimeException(new RuntimeException(server))));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void it_is_answered_503_and_when_to_ask_again(Exception outage) throws Exception {
        var answer = problems.anything(outage, request, new MockHttpServletResponse());
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        var body = Objects.requireNonNull(answer.getBody());
        assertThat(body.getProperties()).containsEntry("reason", "log-unavailable");
        assertThat(body.getDetail()).doesNotContain("EIO", "Timed out", "keys");
    }

    @Test
    void many_of_them_are_a_line_at_most_and_never_a_trace() throws Exception {
        for (int i = 0; i < 500; i++)
            for (var outage : outages())
                problems.anything(outage, request, new MockHttpServletResponse());
        assertThat(lines.list)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
    }

    @Test
    void an_answer_that_has_begun_is_broken_off_without_a_trace() {
        var begun = new MockHttpServletResponse();
        begun.setCommitted(true);
        for (var outage : outages())
            assertThatThrownBy(() -> problems.anything(outage, request, begun))
                    .isInstanceOf(IOException.class)
                    .satisfies(e -> assertThat(e.getStackTrace()).isEmpty())
                    .hasNoCause();
    }

    @Test
    void a_defect_stays_a_defect() throws Exception {
        var answer =
                problems.anything(
                        new IllegalStateException("no"), request, new MockHttpServletResponse());
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
    }
}
