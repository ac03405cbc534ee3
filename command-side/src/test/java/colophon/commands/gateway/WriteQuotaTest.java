package colophon.commands.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.WriteAccess;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.campus.Sums;
import colophon.commands.expense.RecordExpense;
import colophon.commands.gateway.StudentWriteCounts.CountResult;
import colophon.commands.loading.Barrier;
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
import java.util.Optional;

/** A student may send a limited number of commands per day and in all; staff have no limit. */
class WriteQuotaTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final CommandSide office = Campus.open();
    private final Counts counts = new Counts();
    private Instant now = Instant.parse("2026-01-01T02:00:00Z");
    private WriteAccess access = new WriteAccess("account", false, false, null, "s-1");
    private int sent;

    @Test
    void the_next_one_of_a_day_is_refused_with_when_it_is_possible_again() {
        var gateway = gate(3, 100);
        for (int n = 0; n < 3; n++) assertThat(outcome(spend(gateway, null))).isEqualTo("201");
        var over = spend(gateway, null);
        assertThat(outcome(over)).isEqualTo("429 quota-exceeded");
        assertThat(text(over)).contains("s-1", "2026-01-02T00:00:00Z");
        assertThat(over.getHeaders().getFirst("Retry-After")).isEqualTo("79200");

        now = now.plus(Duration.ofHours(22));
        assertThat(outcome(spend(gateway, null))).isEqualTo("201");
    }

    @Test
    void the_next_one_of_all_is_refused_on_any_day() {
        var gateway = gate(3, 4);
        for (int n = 0; n < 3; n++) spend(gateway, null);
        now = now.plus(Duration.ofDays(1));
        assertThat(outcome(spend(gateway, null))).isEqualTo("201");
        now = now.plus(Duration.ofDays(400));
        var over = spend(gateway, null);
        assertThat(outcome(over)).isEqualTo("429 quota-exceeded");
        assertThat(over.getHeaders().getFirst("Retry-After")).isNull();
    }

    @Test
    void a_refusal_by_a_rule_counts_and_one_by_the_quota_is_not_kept() {
        var gateway = gate(2, 100);
        for (int n = 0; n < 2; n++)
            assertThat(outcome(spend(gateway, "r-" + n, "nowhere"))).startsWith("404");
        assertThat(outcome(spend(gateway, "k", "ucla"))).isEqualTo("429 quota-exceeded");
        assertThat(office.log().answered()).hasSize(2);
        now = now.plus(Duration.ofDays(1));
        assertThat(outcome(spend(gateway, "k", "ucla"))).isEqualTo("201");
    }

    @Test
    void what_was_answered_is_answered_again_however_much_was_sent_since() {
        var gateway = gate(1, 100);
        var first = send(gateway, "k", "e-1", "ucla");
        assertThat(outcome(first)).isEqualTo("201");
        for (int n = 0; n < 5; n++)
            assertThat(send(gateway, "k", "e-1", "ucla").getBody()).isEqualTo(first.getBody());
    }

    @Test
    void every_student_has_their_own_and_staff_have_none() {
        var gateway = gate(1, 1);
        spend(gateway, null);
        assertThat(outcome(spend(gateway, null))).isEqualTo("429 quota-exceeded");
        access = new WriteAccess("other account", false, false, null, "s-1");
        assertThat(outcome(spend(gateway, null))).as("of the same student").startsWith("429");
        access = new WriteAccess("account", false, true, null, "s-1");
        for (int n = 0; n < 5; n++) assertThat(outcome(spend(gateway, null))).isEqualTo("201");
        access = new WriteAccess("account", false, false, null, "s-2");
        assertThat(outcome(send(gateway, null, "e-own", "ucla"))).doesNotStartWith("429");
    }

    @Test
    void zero_is_no_limit() {
        var gateway = gate(0, 0);
        for (int n = 0; n < 50; n++) assertThat(outcome(spend(gateway, null))).isEqualTo("201");
    }

    private ResponseEntity<byte[]> spend(CommandGateway gateway, @Nullable String key) {
        return spend(gateway, key, "ucla");
    }

    private ResponseEntity<byte[]> spend(CommandGateway gateway, @Nullable String key, String at) {
        return send(gateway, key, "expense-" + ++sent, at);
    }

    private ResponseEntity<byte[]> send(
            CommandGateway gateway, @Nullable String key, String id, String at) {
        return gateway.answer(
                new CommandRequest("POST /expenses", "/expenses", key),
                key == null ? id : at,
                new RecordExpense(
                        id, "s-1", at, Sums.usd("1"), ExpenseCategory.TRAVEL, null, null));
    }

    private CommandGateway gate(int ofDay, long inAll) {
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
                new CurrentActor() {
                    @Override
                    public Optional<Actor> find() {
                        return Optional.of(Actor.without(access.account()));
                    }

                    @Override
                    public WriteAccess access() {
                        return access;
                    }
                };
        return new CommandGateway(
                office.bus(),
                office.log(),
                new FakeSeals(),
                caller,
                office.log()::head,
                Barrier.none(),
                AccessCheck.none(),
                new WriteQuota(counts, clock, ofDay, inAll),
                JSON);
    }

    private static String outcome(ResponseEntity<byte[]> answer) {
        var reason = JSON.readTree(text(answer)).path("reason").asString("");
        return (answer.getStatusCode().value() + " " + reason).strip();
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getBody()), UTF_8);
    }

    private static final class Counts implements StudentWriteCounts {

        private final Map<String, Integer> counts = new HashMap<>();

        @Override
        public CountResult count(String studentId, LocalDate day, int mostOfDay, long mostInAll) {
            if (counts.getOrDefault(studentId, 0) >= mostInAll) return CountResult.ALL_IS_FULL;
            if (counts.getOrDefault(studentId + day, 0) >= mostOfDay)
                return CountResult.DAY_IS_FULL;
            counts.merge(studentId, 1, Integer::sum);
            counts.merge(studentId + day, 1, Integer::sum);
            return CountResult.COUNTED;
        }
    }
}
