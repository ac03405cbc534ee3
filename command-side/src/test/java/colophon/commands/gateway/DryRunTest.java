package colophon.commands.gateway;

import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.offering.Offering;

import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.util.Objects;
import java.util.Optional;

/** A quote gives the answer of the real command and has no effect. */
@Timeout(300)
class DryRunTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final CommandSide office = Campus.open();
    private final CommandGateway gateway = gate();

    @BeforeEach
    void schedule_an_offering_of_one_seat() {
        office.send(offering("o-1", 1));
        office.bus().registerHandlerInterceptor(new AnswerInterceptor(JSON));
    }

    @Test
    void answers_byte_for_byte_what_the_command_answers_then() {
        var quote = quote("e-1", "s-1");
        var real = send(null, "e-1", "s-1");

        assertThat(quote.getStatusCode()).isEqualTo(real.getStatusCode());
        assertThat(quote.getBody()).isEqualTo(real.getBody());
        assertThat(text(real)).contains("\"status\":\"enrolled\"");
    }

    @Test
    void publishes_nothing_and_says_how_far_the_log_was() {
        var before = office.commits();
        var quote = quote("e-1", "s-1");

        assertThat(office.commits()).isEqualTo(before);
        assertThat(quote.getHeaders().getFirst("Event-Position"))
                .isEqualTo(Long.toString(before.size()));
    }

    @Test
    void leaves_no_state_behind_that_a_later_decision_would_read() {
        var seats = Offering.STREAM.stream("o-1");
        var before = office.subjects().read(seats);
        quote("e-1", "s-1");

        assertThat(office.subjects().read(seats)).isEqualTo(before);
        assertThat(send(null, "e-2", "s-2").getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void takes_no_seat_from_whoever_asks_next_however_often_it_is_asked() {
        for (int i = 0; i < 3; i++)
            assertThat(quote("e-1", "s-1").getStatusCode().value()).isEqualTo(201);

        assertThat(send(null, "e-2", "s-2").getStatusCode().value()).isEqualTo(201);
        assertThat(quote("e-1", "s-1").getStatusCode().value()).isEqualTo(409);
    }

    @Test
    void keeps_no_answer_under_the_key_that_came_with_it() {
        gateway.quote(request("k-1"), enroll("e-1", "s-1", "o-1"));
        assertThat(office.log().answered()).isEmpty();
        var real = send("k-1", "e-1", "s-1");

        assertThat(real.getHeaders().getFirst("Idempotency-Replayed")).isNull();
        assertThat(office.lastCommit()).isNotEmpty();
    }

    @Test
    void is_refused_as_the_command_would_be_and_keeps_no_refusal() {
        send(null, "e-1", "s-1");
        var quote = gateway.quote(request("k-1"), enroll("e-2", "s-2", "o-1"));

        assertThat(quote.getStatusCode().value()).isEqualTo(409);
        assertThat(text(quote)).contains("offering-full");
        assertThat(office.log().answered()).isEmpty();
    }

    @Test
    void quotes_what_was_done_already_as_done() {
        send(null, "e-1", "s-1");

        assertThat(quote("e-1", "s-1").getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void touches_the_log_not_even_to_fail() {
        office.log().failNext(new ConcurrencyException("lost"));

        assertThat(quote("e-1", "s-1").getStatusCode().value()).isEqualTo(201);
        assertThat(send(null, "e-1", "s-1").getStatusCode().value()).isEqualTo(201);
    }

    private ResponseEntity<byte[]> quote(String id, String studentId) {
        return gateway.quote(request(null), enroll(id, studentId, "o-1"));
    }

    private ResponseEntity<byte[]> send(@Nullable String key, String id, String studentId) {
        return gateway.answer(request(key), id + studentId, enroll(id, studentId, "o-1"));
    }

    private static CommandRequest request(@Nullable String key) {
        return new CommandRequest("POST /enrollments", "/enrollments", key);
    }

    private CommandGateway gate() {
        return new CommandGateway(
                office.bus(),
                office.log(),
                new FakeSeals(),
                () -> Optional.of(Campus.REGISTRAR),
                office.log()::head,
                JSON);
    }

    private static String text(ResponseEntity<byte[]> response) {
        return new String(Objects.requireNonNull(response.getBody()), UTF_8);
    }
}
