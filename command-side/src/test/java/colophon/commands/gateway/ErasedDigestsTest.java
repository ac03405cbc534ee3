package colophon.commands.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.erasure.RegisterErasedStudent;
import colophon.commands.erasure.RequestErasure;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.rights.ChangeDirectoryOptOut;
import colophon.commands.student.RegisterStudent;
import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** After an erasure, no digest reveals which texts were sent. */
@Tag("io")
class ErasedDigestsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private record Body(@Nullable String id, String name) {}

    private final CommandSide office = new CommandSide(Campus.NOW);
    private final FakeSeals seals = new FakeSeals();
    private final CommandGateway gateway = gate();

    @Test
    void before_it_a_key_tells_the_right_body_from_a_wrong_one() {
        register("k", "s-1", new Body("s-1", "Ada"));
        var again = register("k", "s-1", new Body("s-1", "Ada"));
        assertThat(again.getStatusCode().value()).isEqualTo(201);
        assertThat(again.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(outcome(register("k", "s-1", new Body("s-1", "Eve"))))
                .isEqualTo("422 key-reused");
    }

    @Test
    void after_it_the_right_body_and_any_wrong_one_are_answered_alike() {
        register("k", "s-1", new Body("s-1", "Ada"));
        seals.destroy("s-1");
        var right = registerErased("k", "s-1", new Body("s-1", "Ada"));
        var wrong = registerErased("k", "s-1", new Body("s-1", "Eve"));
        var elsewhere = registerErased("k", "s-2", new Body("s-2", "Ada"));
        assertThat(outcome(right)).isEqualTo("409 student-erased");
        assertThat(wrong.getBody()).isEqualTo(right.getBody()).isEqualTo(elsewhere.getBody());
        assertThat(wrong.getHeaders()).isEqualTo(right.getHeaders());
    }

    /** If the client gave no id, only the answer names the student. */
    @Test
    void also_where_the_server_had_made_the_id() {
        register("k", "made-1", new Body(null, "Ada"));
        assertThat(
                        register("k", "made-2", new Body(null, "Ada"))
                                .getHeaders()
                                .getFirst("Idempotency-Replayed"))
                .isEqualTo("true");
        seals.destroy("made-1");
        var right = register("k", "made-3", new Body(null, "Ada"));
        var wrong = register("k", "made-4", new Body(null, "Eve"));
        assertThat(outcome(right)).isEqualTo("409 student-erased");
        assertThat(wrong.getBody()).isEqualTo(right.getBody());
    }

    @Test
    void what_is_sent_after_it_is_not_to_be_told_apart_either() {
        register(null, "s-1", new Body("s-1", "Ada"));
        seals.destroy("s-1");
        registerErased("fresh", "s-1", new Body("s-1", "Ada"));
        var right = registerErased("fresh", "s-1", new Body("s-1", "Ada"));
        var wrong = registerErased("fresh", "s-1", new Body("s-1", "Eve"));
        assertThat(outcome(right)).isEqualTo("409 student-erased");
        assertThat(wrong.getBody()).isEqualTo(right.getBody());
    }

    @Test
    void a_refusal_that_was_kept_tells_nothing_either() {
        register(null, "s-1", new Body("s-1", "Ada"));
        assertThat(outcome(register("k", "s-1", new Body("s-1", "Eve")))).isEqualTo("409 id-taken");
        seals.destroy("s-1");
        var right = registerErased("k", "s-1", new Body("s-1", "Eve"));
        assertThat(outcome(right)).isEqualTo("409 student-erased");
        assertThat(registerErased("k", "s-1", new Body("s-1", "Ada")).getBody())
                .isEqualTo(right.getBody());
    }

    /** The log keeps neither the texts nor a digest made with the installation's key. */
    @Test
    void the_log_keeps_no_digest_of_the_words_that_outlives_the_students_key() {
        var body = new Body("s-1", "Ada");
        register("k", "s-1", body);
        var plain = seals.digest(JSON.writeValueAsBytes(new Asked("POST /students", body)));
        assertThat(office.log().replies())
                .allSatisfy(kept -> assertThat(kept.reply().digest()).isNotEqualTo(plain));
    }

    private record Asked(String route, Object body) {}

    @Test
    void an_erasure_itself_is_answered_again_to_who_lost_the_answer() {
        register(null, "s-1", new Body("s-1", "Ada"));
        var request = new CommandRequest("POST /erasure", "/", "e");
        gateway.answer(request, "why", new RequestErasure("s-1", "asked", "other"));
        seals.destroy("s-1");
        var again = gateway.answer(request, "why", new RequestErasure("s-1", "asked", "other"));
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void who_has_no_key_gets_none_by_being_asked_about() {
        var request = new CommandRequest("POST /opt-out", "/", "k");
        gateway.answer(request, "", new ChangeDirectoryOptOut("nobody", true));
        assertThat(seals.digest("nobody", new byte[0])).isNull();
        assertThat(outcome(gateway.answer(request, "", new ChangeDirectoryOptOut("nobody", true))))
                .isEqualTo("404 student-not-found");
        assertThat(outcome(gateway.answer(request, "x", new ChangeDirectoryOptOut("nobody", true))))
                .isEqualTo("422 key-reused");
    }

    @Test
    void what_was_refused_before_somebody_was_known_tells_nothing_once_they_are_erased() {
        var request = new CommandRequest("POST /opt-out", "/", "k");
        var command = new ChangeDirectoryOptOut("s-1", true);
        gateway.answer(request, "right", command);
        register(null, "s-1", new Body("s-1", "Ada"));
        assertThat(outcome(gateway.answer(request, "right", command)))
                .isEqualTo("404 student-not-found");
        seals.destroy("s-1");
        var right = gateway.answer(request, "right", command);
        assertThat(outcome(right)).isEqualTo("409 student-erased");
        assertThat(gateway.answer(request, "wrong", command).getBody()).isEqualTo(right.getBody());
    }

    /** Finds the commands by inspection, so that no later command is missing. */
    @Test
    void every_command_whose_words_are_sealed_is_personal() {
        var sealing = new ArrayList<Class<?>>();
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(HandlesCommands.class));
        for (var found : scan.findCandidateComponents("colophon.commands")) {
            var desk = type(Objects.requireNonNull(found.getBeanClassName()));
            var seals =
                    Arrays.asList(desk.getDeclaredConstructors()[0].getParameterTypes())
                            .contains(Seals.class);
            for (var method : desk.getDeclaredMethods()) {
                if (!method.isAnnotationPresent(CommandHandler.class)) continue;
                var command = method.getParameterTypes()[0];
                var holds =
                        Arrays.stream(command.getRecordComponents())
                                .anyMatch(part -> part.getType() == Sealed.class);
                if (seals || holds) sealing.add(command);
            }
        }
        assertThat(sealing).contains(RegisterStudent.class, ChangeDirectoryOptOut.class);
        assertThat(sealing).allMatch(SealedForStudent.class::isAssignableFrom);
        assertThat(SealedForStudent.class).isAssignableFrom(RegisterErasedStudent.class);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private ResponseEntity<byte[]> register(@Nullable String key, String id, Body body) {
        return gateway.answer(
                new CommandRequest("POST /students", "/students", key),
                body,
                RegisterStudent.sealed(seals, id, body.name(), "Winter", null));
    }

    private ResponseEntity<byte[]> registerErased(String key, String id, Body body) {
        return gateway.answer(
                new CommandRequest("POST /students", "/students", key),
                body,
                new RegisterErasedStudent(id));
    }

    private CommandGateway gate() {
        office.bus().registerHandlerInterceptor(new AnswerInterceptor(JSON));
        return new CommandGateway(
                office.bus(),
                office.log(),
                seals,
                () -> Optional.of(Campus.REGISTRAR),
                office.log()::head,
                JSON);
    }

    private static String outcome(ResponseEntity<byte[]> answer) {
        var body = JSON.readTree(new String(Objects.requireNonNull(answer.getBody()), UTF_8));
        return answer.getStatusCode().value() + " " + body.path("reason").asString("");
    }
}
