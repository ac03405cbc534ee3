package colophon.commands.gateway;

import static colophon.commands.campus.Sums.USD;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.WriteAccess;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.campus.MemoryLog;
import colophon.commands.institution.Institution;
import colophon.commands.institution.RegisterInstitution;
import colophon.commands.reply.CommitTooLargeException;
import colophon.commands.reply.DuplicateCommandException;
import colophon.commands.reply.OutcomeUnknownException;
import colophon.events.InstitutionLimits;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.AxonTransientException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

@Timeout(300)
class CommandGatewayTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROUTE = "/api/v1/institutions";

    private record Body(String id, String name) {}

    private static final Body UVA = new Body("uva", "RBS");
    private static final Body ANOTHER = new Body("uva", "Another");

    private static final class LogIsFull extends AxonTransientException {
        private LogIsFull() {
            super("no room on /dev/sda1");
        }
    }

    private final CommandSide office = new CommandSide(Campus.NOW);
    private final MemoryLog log = office.log();
    private final Queue<Consumer<CommandMessage<?>>> onDispatch = new ConcurrentLinkedQueue<>();
    private final AtomicReference<String> who = new AtomicReference<>("registrar");
    private final CommandGateway gateway = gate(office);

    @Test
    void answers_a_command_with_its_body_and_the_commit_it_reached() {
        ask(null, "uva", "RBS");
        var response = ask(null, "ucla", "CalRBS");

        assertThat(response.getStatusCode().value()).isEqualTo(201);
        assertThat(text(response)).isEqualTo("{\"id\":\"ucla\"}");
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(header(response, "Event-Position")).isEqualTo("2");
        assertThat(header(response, "Idempotency-Replayed")).isNull();
        assertThat(header(response, "Retry-After")).isNull();
    }

    @Test
    void a_command_that_changes_nothing_is_answered_with_the_newest_commit() {
        ask(null, "uva", "RBS");
        ask(null, "ucla", "CalRBS");
        var response = ask(null, "uva", "RBS");

        assertThat(response.getStatusCode().value()).isEqualTo(200);
        assertThat(header(response, "Event-Position")).isEqualTo("2");
    }

    @Test
    void the_same_key_with_the_same_body_gets_the_first_answer_again_byte_for_byte() {
        var first = ask("k-1", "uva", "RBS");
        ask("k-2", "ucla", "CalRBS");
        var again = ask("k-1", "uva", "RBS");

        assertThat(again.getStatusCode().value()).isEqualTo(201);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(first, "Idempotency-Replayed")).isNull();
        assertThat(header(again, "Event-Position")).isEqualTo("1");
        assertThat(log.commits()).hasSize(2);
    }

    @Test
    void an_answer_outlives_the_process_that_gave_it() {
        var first = ask("k-1", "uva", "RBS");
        var restarted = gate(new CommandSide(Campus.NOW, log));
        var again = restarted.answer(request("k-1"), UVA, command(UVA));

        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(log.commits()).hasSize(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        ask("k-1", "uva", "RBS");
        var response = ask("k-1", "uva", "Rare Book School");

        problem(response, 422, "key-reused");
        assertThat(header(response, "Idempotency-Replayed")).isNull();
        assertThat(log.commits()).hasSize(1);
    }

    @Test
    void the_same_key_and_body_on_another_route_is_refused() {
        ask("k-1", "uva", "RBS");
        var elsewhere = new CommandRequest("POST /api/v1/programs", "/api/v1/programs", "k-1");

        problem(gateway.answer(elsewhere, UVA, command(UVA)), 422, "key-reused");
    }

    @Test
    void the_same_key_of_another_caller_is_another_key() {
        ask("k-1", "uva", "RBS");
        who.set("bursar");
        var response = ask("k-1", "ucla", "CalRBS");

        assertThat(response.getStatusCode().value()).isEqualTo(201);
        assertThat(header(response, "Idempotency-Replayed")).isNull();
        assertThat(log.commits()).hasSize(2);
    }

    @Test
    void a_refusal_is_kept_and_repeated_even_when_the_rule_would_now_agree() {
        ask(null, "uva", "RBS");
        var first = ask("k-1", "uva", "Another");
        assertThat(first.getStatusCode().value()).isEqualTo(409);

        var elsewhere = new CommandSide(Campus.NOW); // nothing is registered there
        var again = gate(elsewhere).answer(request("k-1"), ANOTHER, command(ANOTHER));

        assertThat(again.getStatusCode().value()).isEqualTo(409);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(header(again, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(again, "Event-Position")).isNull();
        assertThat(elsewhere.log().commits()).isEmpty();
    }

    @Test
    void an_answer_without_a_commit_is_kept_and_repeated() {
        ask(null, "uva", "RBS");
        var first = ask("k-1", "uva", "RBS");
        var again = ask("k-1", "uva", "RBS");

        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(again, "Event-Position")).isEqualTo("1");
    }

    @Test
    void without_a_key_nothing_is_kept() {
        ask(null, "uva", "RBS");
        problem(ask(null, "uva", "Another"), 409, "id-taken");
        assertThat(header(ask(null, "uva", "RBS"), "Idempotency-Replayed")).isNull();
    }

    @Test
    void a_key_in_progress_is_answered_at_once_with_when_to_ask_again() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        onDispatch.add(
                _ -> {
                    entered.countDown();
                    awaitQuietly(leave);
                });
        var first = new AtomicReference<ResponseEntity<byte[]>>();
        var slow = Thread.ofVirtual().start(() -> first.set(ask("k-1", "uva", "RBS")));
        entered.await();

        var response = ask("k-1", "uva", "RBS");
        leave.countDown();
        slow.join();

        problem(response, 409, "key-in-progress");
        assertThat(header(response, "Retry-After")).isEqualTo("1");
        assertThat(first.get().getStatusCode().value()).isEqualTo(201);
        assertThat(header(ask("k-1", "uva", "RBS"), "Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void an_unknown_outcome_is_said_so_and_nothing_is_kept() {
        log.failNext(new OutcomeUnknownException("no reply", new IllegalStateException("cable")));
        var unknown = ask("k-1", "uva", "RBS");

        problem(unknown, 503, "outcome-unknown");
        assertThat(header(unknown, "Retry-After")).isEqualTo("1");
        assertThat(header(unknown, "Event-Position")).isNull();
        var again = ask("k-1", "uva", "RBS");
        assertThat(again.getStatusCode().value()).isEqualTo(201);
        assertThat(header(again, "Idempotency-Replayed")).isNull();
    }

    @Test
    void a_command_another_process_carried_out_meanwhile_gets_the_answer_of_that_process() {
        office.subjects().read(Institution.STREAM.stream("uva")); // unknown, and remembered so
        var elsewhere = gate(new CommandSide(Campus.NOW, log));
        onDispatch.add(_ -> elsewhere.answer(request("k-1"), UVA, command(UVA)));

        answeredElsewhere(ask("k-1", "uva", "RBS"));
    }

    @Test
    void a_repetition_of_what_another_process_did_meanwhile_gets_the_answer_of_that_process() {
        var elsewhere = gate(new CommandSide(Campus.NOW, log));
        onDispatch.add(_ -> elsewhere.answer(request("k-1"), UVA, command(UVA)));

        answeredElsewhere(ask("k-1", "uva", "RBS"));
    }

    @Test
    void a_refusal_of_what_another_process_did_meanwhile_gets_the_answer_of_that_process() {
        var elsewhere = gate(new CommandSide(Campus.NOW, log));
        onDispatch.add(_ -> elsewhere.answer(request("k-1"), UVA, command(UVA)));

        // such as a server-made id: the same request decides differently here
        answeredElsewhere(gateway.answer(request("k-1"), UVA, command(new Body("uva", "Another"))));
    }

    private void answeredElsewhere(ResponseEntity<byte[]> response) {
        assertThat(response.getStatusCode().value()).isEqualTo(201);
        assertThat(text(response)).isEqualTo("{\"id\":\"uva\"}");
        assertThat(header(response, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(response, "Event-Position")).isEqualTo("1");
        assertThat(log.commits()).hasSize(1);
    }

    @Test
    void a_duplicate_whose_answer_is_not_there_yet_is_still_in_progress() {
        log.failNext(new DuplicateCommandException("?"));
        var response = ask("k-1", "uva", "RBS");

        problem(response, 409, "key-in-progress");
        assertThat(header(response, "Retry-After")).isEqualTo("1");
        assertThat(log.commits()).isEmpty();
    }

    @Test
    void who_lost_a_race_decides_again_on_what_is_there() {
        office.subjects().read(Institution.STREAM.stream("uva")); // unknown, and remembered so
        new CommandSide(Campus.NOW, log).send(command(UVA));

        var response = ask("k-1", "uva", "Another");

        problem(response, 409, "id-taken");
        assertThat(log.commits()).hasSize(1);
    }

    @Test
    void wins_after_thirty_one_lost_races() {
        for (int i = 0; i < 31; i++) log.failNext(new ConcurrencyException("lost"));

        assertThat(ask("k-1", "uva", "RBS").getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void gives_up_after_thirty_two_lost_races_and_keeps_nothing() {
        for (int i = 0; i < 32; i++) log.failNext(new ConcurrencyException("lost"));

        var response = ask("k-1", "uva", "RBS");
        problem(response, 503, "too-busy");
        assertThat(header(response, "Retry-After")).isEqualTo("1");
        assertThat(log.commits()).isEmpty();
        assertThat(ask("k-1", "uva", "RBS").getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void a_commit_larger_than_the_log_takes_is_the_clients_to_split() {
        log.failNext(new CommitTooLargeException("5000 events, 4096 is the most"));

        var response = ask("k-1", "uva", "RBS");
        problem(response, 413, "commit-too-large");
        assertThat(text(response)).contains("5000 events");
        assertThat(log.commits()).isEmpty();
    }

    @Test
    void a_log_that_takes_nothing_is_said_so_and_nothing_is_kept() {
        log.failNext(new LogIsFull());

        var response = ask("k-1", "uva", "RBS");
        problem(response, 503, "log-unavailable");
        assertThat(header(response, "Retry-After")).isEqualTo("1");
        assertThat(text(response)).doesNotContain("no room on /dev");
        assertThat(log.commits()).isEmpty();
        assertThat(ask("k-1", "uva", "RBS").getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void a_defect_of_ours_is_thrown_on_and_the_key_is_free_again() {
        log.failNext(new IllegalStateException("a defect"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ask("k-1", "uva", "RBS"));
        assertThat(ask("k-1", "uva", "RBS").getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void a_problem_says_what_a_client_needs_and_names_no_class() {
        ask(null, "uva", "RBS");
        var response = ask(null, "uva", "Another");

        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(response, "Event-Position")).isNull();
        assertThat(fields(response))
                .containsExactly(
                        entry("type", "/problems/id-taken"),
                        entry("title", "The id is already in use"),
                        entry("status", 409),
                        entry(
                                "detail",
                                "Institution uva exists with another name, currency or zone."),
                        entry("instance", ROUTE),
                        entry("reason", "id-taken"));
        assertThat(text(response)).doesNotContain("colophon.", "java.", "Exception", "Refusal");
    }

    @Test
    void the_log_learns_neither_the_caller_nor_the_key() {
        who.set("ada@example.org");
        ask("secret-key", "uva", "RBS");

        assertThat(log.answered())
                .hasSize(1)
                .allMatch(id -> !id.contains("secret-key") && !id.contains("ada@example.org"));
    }

    @Test
    void every_command_carries_who_sent_it() {
        var sender = new AtomicReference<@Nullable Object>();
        onDispatch.add(message -> sender.set(message.getMetaData().get("who")));
        ask(null, "uva", "RBS");

        assertThat(sender.get()).isEqualTo("registrar");
    }

    @Test
    void of_64_who_ask_with_one_key_at_once_all_get_one_answer() throws Exception {
        var start = new CountDownLatch(1);
        var responses = new ConcurrentLinkedQueue<ResponseEntity<byte[]>>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 64; i++)
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        awaitQuietly(start);
                                        responses.add(ask("k-1", "uva", "RBS"));
                                    }));
        start.countDown();
        for (var thread : threads) thread.join();

        assertThat(responses).hasSize(64);
        assertThat(log.commits()).hasSize(1);
        assertThat(responses)
                .allMatch(
                        it ->
                                it.getStatusCode().value() == 201
                                        || text(it).contains("key-in-progress"))
                .filteredOn(it -> it.getStatusCode().value() == 201)
                .isNotEmpty()
                .allMatch(it -> text(it).equals("{\"id\":\"uva\"}"))
                .filteredOn(it -> header(it, "Idempotency-Replayed") == null)
                .hasSize(1);
    }

    @Test
    void a_command_says_to_which_institutions_its_sender_was_limited_as_staff() {
        assertThat(limits(WriteAccess.of("r", Set.of("uva", "ucla")))).isEqualTo("ucla,uva");
        assertThat(limits(WriteAccess.of("r", Set.of("a,b", "uva")))).isEqualTo("uva");
        assertThat(limits(WriteAccess.whole("r"))).isNull();
        assertThat(limits(WriteAccess.of("r", null))).isNull();
        // a student who is also staff, acting as a student
        assertThat(limits(new WriteAccess("r", false, false, Set.of("uva"), "s-1"))).isNull();
    }

    @Test
    void a_row_of_a_file_says_the_limits_of_who_sent_the_file() {
        var within =
                new CommandRequest.InternalOrigin(
                        "r", "rows", false, WriteAccess.of("r", Set.of("uva")), null);
        var sent = new AtomicReference<@Nullable Object>();
        onDispatch.add(message -> sent.set(message.getMetaData().get(InstitutionLimits.KEY)));
        gateway.answer(new CommandRequest("POST " + ROUTE, ROUTE, null, within), UVA, command(UVA));
        assertThat(sent.get()).isEqualTo("uva");
    }

    private @Nullable Object limits(WriteAccess access) {
        var sent = new AtomicReference<@Nullable Object>();
        onDispatch.clear();
        onDispatch.add(message -> sent.set(message.getMetaData().get(InstitutionLimits.KEY)));
        var caller =
                new CurrentActor() {
                    @Override
                    public Optional<Actor> find() {
                        return Optional.of(Campus.REGISTRAR);
                    }

                    @Override
                    public WriteAccess access() {
                        return access;
                    }
                };
        new CommandGateway(office.bus(), log, new FakeSeals(), caller, log::head, JSON)
                .answer(request(null), UVA, command(UVA));
        return sent.get();
    }

    private ResponseEntity<byte[]> ask(@Nullable String key, String id, String name) {
        var body = new Body(id, name);
        return gateway.answer(request(key), body, command(body));
    }

    private static CommandRequest request(@Nullable String key) {
        return new CommandRequest("POST " + ROUTE, ROUTE, key);
    }

    private static RegisterInstitution command(Body body) {
        return new RegisterInstitution(body.id(), body.name(), USD, ZoneId.of("UTC"));
    }

    private CommandGateway gate(CommandSide office) {
        var bus = office.bus();
        bus.registerHandlerInterceptor(new AnswerInterceptor(JSON));
        bus.registerDispatchInterceptor(
                _ ->
                        (_, message) -> {
                            var interruption = onDispatch.poll();
                            if (interruption != null) interruption.accept(message);
                            return message;
                        });
        return new CommandGateway(
                bus,
                log,
                new FakeSeals(),
                () -> Optional.of(Actor.without(who.get())),
                log::head,
                JSON);
    }

    private static void problem(ResponseEntity<byte[]> response, int status, String reason) {
        assertThat(response.getStatusCode().value()).isEqualTo(status);
        assertThat(fields(response))
                .containsEntry("type", "/problems/" + reason)
                .containsEntry("reason", reason)
                .containsEntry("status", status)
                .containsKeys("title", "detail", "instance");
    }

    @SuppressWarnings("unchecked") // a problem is an object
    private static Map<String, Object> fields(ResponseEntity<byte[]> response) {
        return JSON.readValue(text(response), Map.class);
    }

    private static String text(ResponseEntity<byte[]> response) {
        return new String(Objects.requireNonNull(response.getBody()), UTF_8);
    }

    private static @Nullable String header(ResponseEntity<byte[]> response, String name) {
        return response.getHeaders().getFirst(name);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
