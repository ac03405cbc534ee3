package colophon.commands.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.Actor;
import colophon.api.access.WriteAccess;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.campus.Sums;
import colophon.commands.gateway.CommandRequest.InternalKey;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.commands.gateway.CommandRequest.InvalidKeyException;
import colophon.commands.institution.RegisterInstitution;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The keys of internal requests and the keys of clients never collide. */
class InternalKeysTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final CommandSide office = new CommandSide(Campus.NOW);
    private final CommandGateway gateway = gate();
    private String who = "registrar";

    @Test
    void no_character_that_begins_an_own_key_is_ever_in_a_clients() {
        var taken = new ArrayList<Character>();
        for (int c = Character.MIN_VALUE; c <= Character.MAX_VALUE; c++)
            if (isTaken(String.valueOf((char) c))) taken.add((char) c);
        assertThat(taken)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0x21, 0x7e).mapToObj(c -> (char) c).toList())
                .doesNotContain(new InternalKey("", "").name().charAt(0));
    }

    /** Holds for any text of a key, since there is only one way to make one. */
    @Property
    void whatever_it_is_called_no_client_can_send_it(@ForAll @StringLength(max = 140) String text) {
        assertThat(isTaken(new InternalKey(text.replace("\n", ""), "").name())).isFalse();
    }

    /** Holds for the name of a caller too, which a provider may have chosen. */
    @Test
    void a_caller_whose_name_ends_as_a_key_begins_has_other_keys_all_the_same() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InternalKey("import:x\nk", ""));
        who = "registrar\n\u0000import:x:2";
        gateway.answer(new CommandRequest("POST /", "/", "k"), "", register("uva"));
        who = "registrar";
        assertThat(gateway.kept(own("import:x:2", ""))).isNull();
        var mine = gateway.answer(new CommandRequest("POST /", "/", "k"), "", register("ucla"));
        assertThat(mine.getHeaders().getFirst("Idempotency-Replayed")).isNull();
    }

    @Test
    void a_part_of_the_program_cannot_use_a_clients_key_by_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new CommandRequest(
                                        "demo",
                                        "/demo",
                                        "k-1",
                                        new InternalOrigin("demo", "/demo", false)));
    }

    @Test
    void the_same_words_of_the_same_caller_are_two_keys() {
        var mine = new CommandRequest("POST /", "/", "import:x:2");
        var own = own("import:x:2", "line 2");
        assertThat(gateway.answer(mine, "", register("uva")).getStatusCode().value())
                .isEqualTo(201);
        assertThat(gateway.answer(own, "", register("ucla")).getStatusCode().value())
                .isEqualTo(201);

        var again = gateway.answer(own, "", register("rbs"));
        assertThat(again.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(new String(Objects.requireNonNull(again.getBody()), UTF_8)).contains("ucla");
        assertThat(office.log().commits()).hasSize(2);
    }

    @Test
    void another_content_under_an_own_key_is_another_request_whatever_its_body() {
        var own = own("import:x:2", List.of("digest", 2));
        gateway.answer(own, "a", register("uva"));
        var kept = Objects.requireNonNull(gateway.kept(own));
        assertThat(gateway.answers(kept, own)).isTrue();
        assertThat(gateway.answers(kept, own("import:x:2", List.of("digest", 3)))).isFalse();
        assertThat(gateway.answers(kept, own("import:x:2", List.of("other", 2)))).isFalse();
        assertThat(
                        gateway.answer(own("import:x:2", "else"), "a", register("uva"))
                                .getStatusCode()
                                .value())
                .isEqualTo(422);
        assertThat(gateway.answer(own, "another body", register("uva")).getStatusCode().value())
                .isEqualTo(201);
    }

    private static boolean isTaken(String key) {
        try {
            return new CommandRequest("POST /", "/", key).idempotencyKey() != null;
        } catch (InvalidKeyException _) {
            assertThatExceptionOfType(InvalidKeyException.class)
                    .isThrownBy(() -> new CommandRequest("POST /", "/", key, null));
            return false;
        }
    }

    private static CommandRequest own(String text, Object content) {
        return CommandRequest.of(
                "",
                new InternalOrigin(
                        "registrar",
                        "/",
                        false,
                        WriteAccess.whole("registrar"),
                        new InternalKey(text, content)));
    }

    private static RegisterInstitution register(String id) {
        return new RegisterInstitution(id, id, Sums.USD, ZoneId.of("UTC"));
    }

    private CommandGateway gate() {
        office.bus().registerHandlerInterceptor(new AnswerInterceptor(JSON));
        return new CommandGateway(
                office.bus(),
                office.log(),
                new FakeSeals(),
                () -> Optional.of(Actor.without(who)),
                office.log()::head,
                JSON);
    }
}
