package colophon.commands.desk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.campus.Campus;
import colophon.commands.campus.Office;
import colophon.commands.campus.Sums;
import colophon.commands.desk.OwnWrites.Counted;
import colophon.commands.expense.RecordExpense;
import colophon.events.expense.ExpenseCategory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A student may send a limited number of commands per day and in all; staff have no limit. */
class QuotaTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Office office = Campus.open();
    private final Counts counts = new Counts();
    private Instant now = Instant.parse("2026-01-01T02:00:00Z");
    private Scope scope = new Scope("account", false, false, null, "s-1");
    private int sent;

    @Test
    void the_next_one_of_a_day_is_refused_with_when_it_is_possible_again() {
        var gate = gate(3, 100);
        for (int n = 0; n < 3; n++) assertThat(outcome(spend(gate, null))).isEqualTo("201");
        var over = spend(gate, null);
        assertThat(outcome(over)).isEqualTo("429 quota-exceeded");
        assertThat(text(over)).contains("s-1", "2026-01-02T00:00:00Z");
        assertThat(over.getHeaders().getFirst("Retry-After")).isEqualTo("79200");

        now = now.plus(Duration.ofHours(22));
        assertThat(outcome(spend(gate, null))).isEqualTo("201");
    }

    @Test
    void the_next_one_of_all_is_refused_on_any_day() {
        var gate = gate(3, 4);
        for (int n = 0; n < 3; n++) spend(gate, null);
        now = now.plus(Duration.ofDays(1));
        assertThat(outcome(spend(gate, null))).isEqualTo("201");
        now = now.plus(Duration.ofDays(400));
        var over = spend(gate, null);
        assertThat(outcome(over)).isEqualTo("429 quota-exceeded");
        assertThat(over.getHeaders().getFirst("Retry-After")).isNull();
    }

    @Test
    void a_refusal_by_a_rule_counts_and_one_by_the_quota_is_not_kept() {
        var gate = gate(2, 100);
        for (int n = 0; n < 2; n++)
            assertThat(outcome(spend(gate, "r-" + n, "nowhere"))).startsWith("404");
        assertThat(outcome(spend(gate, "k", "ucla"))).isEqualTo("429 quota-exceeded");
        assertThat(office.log().answered()).hasSize(2);
        now = now.plus(Duration.ofDays(1));
        assertThat(outcome(spend(gate, "k", "ucla"))).isEqualTo("201");
    }

    @Test
    void what_was_answered_is_answered_again_however_much_was_sent_since() {
        var gate = gate(1, 100);
        var first = send(gate, "k", "e-1", "ucla");
        assertThat(outcome(first)).isEqualTo("201");
        for (int n = 0; n < 5; n++)
            assertThat(send(gate, "k", "e-1", "ucla").getBody()).isEqualTo(first.getBody());
    }

    @Test
    void every_student_has_their_own_and_staff_have_none() {
        var gate = gate(1, 1);
        spend(gate, null);
        assertThat(outcome(spend(gate, null))).isEqualTo("429 quota-exceeded");
        scope = new Scope("other account", false, false, null, "s-1");
        assertThat(outcome(spend(gate, null))).as("of the same student").startsWith("429");
        scope = new Scope("account", false, true, null, "s-1");
        for (int n = 0; n < 5; n++) assertThat(outcome(spend(gate, null))).isEqualTo("201");
        scope = new Scope("account", false, false, null, "s-2");
        assertThat(outcome(send(gate, null, "e-own", "ucla"))).doesNotStartWith("429");
    }

    @Test
    void zero_is_no_limit() {
        var gate = gate(0, 0);
        for (int n = 0; n < 50; n++) assertThat(outcome(spend(gate, null))).isEqualTo("201");
    }

    private ResponseEntity<byte[]> spend(CommandGate gate, @Nullable String key) {
        return spend(gate, key, "ucla");
    }

    private ResponseEntity<byte[]> spend(CommandGate gate, @Nullable String key, String at) {
        return send(gate, key, "expense-" + ++sent, at);
    }

    private ResponseEntity<byte[]> send(
            CommandGate gate, @Nullable String key, String id, String at) {
        return gate.answer(
                new CommandRequest("POST /expenses", "/expenses", key),
                key == null ? id : at,
                new RecordExpense(
                        id, "s-1", at, Sums.usd("1"), ExpenseCategory.TRAVEL, null, null));
    }

    private CommandGate gate(int ofDay, long inAll) {
        office.bus().registerHandlerInterceptor(new AnswerInterceptor(JSON));
        var clock =
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                };
        var caller =
                new Caller() {
                    @Override
                    public String who() {
                        return scope.account();
                    }

                    @Override
                    public Scope scope() {
                        return scope;
                    }
                };
        return new CommandGate(
                office.bus(),
                office.log(),
                new FakeSeals(),
                caller,
                office.log()::head,
                Barrier.none(),
                Reach.everywhere(),
                new Quota(counts, clock, ofDay, inAll),
                JSON);
    }

    private static String outcome(ResponseEntity<byte[]> answer) {
        var reason = JSON.readTree(text(answer)).path("reason").asString("");
        return (answer.getStatusCode().value() + " " + reason).strip();
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getBody()), UTF_8);
    }

    private static final class Counts implements OwnWrites {

        private final Map<String, Integer> counts = new HashMap<>();

        @Override
        public Counted count(String studentId, LocalDate day, int mostOfDay, long mostInAll) {
            if (counts.getOrDefault(studentId, 0) >= mostInAll) return Counted.ALL_IS_FULL;
            if (counts.getOrDefault(studentId + day, 0) >= mostOfDay) return Counted.DAY_IS_FULL;
            counts.merge(studentId, 1, Integer::sum);
            counts.merge(studentId + day, 1, Integer::sum);
            return Counted.COUNTED;
        }
    }
}
