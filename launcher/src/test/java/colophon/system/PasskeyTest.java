package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import colophon.system.driver.Answer;
import colophon.system.driver.Program;
import colophon.system.people.Device;
import colophon.system.people.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Valid passkeys, and everything that is not one. */
class PasskeyTest {

    private static final String HOST = "colophon.example.org";
    private static final String ORIGIN = "http://" + HOST;
    private static final String REFUSED = "400 passkey-refused";

    @TempDir static Path parent;

    private static Program program;

    @BeforeAll
    static void start() {
        program =
                Program.serving(
                        parent.resolve("data"),
                        "--colophon.public-url=" + ORIGIN,
                        "--colophon.limits.strangers-per-second=0");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void a_passkey_signs_its_owner_in_and_gives_an_ordinary_session() {
        var device = added("ada", "Phone");
        var visitor = new Visitor(program);
        var challenge = visitor.askedToShow();
        var before = visitor.browser().cookie("SESSION");
        var answer = visitor.post("/sign-in/passkey", device.shown(challenge, 1));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(visitor.browser().cookie("SESSION")).isNotEmpty().isNotEqualTo(before);
        var page = visitor.browser().open("/account").text();
        assertThat(page).contains("<strong>ada</strong>", "Phone", "last used on");
        assertThat(visitor.browser().open("/api/v1/students").status()).isEqualTo(200);
        assertThat(program.post("/accounts/ada/disabling", "").status()).isEqualTo(200);
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    void a_device_learns_no_more_than_a_name_and_nobody_else_learns_anything() {
        Visitor.account(program, "id-of-beatrice", "beatrice", "registrar");
        var visitor = Visitor.signedIn(program, "beatrice");
        visitor.browser().open("/account");
        var asked = visitor.post("/account/passkeys/options", "");
        assertThat(asked.at("/user/name")).isEqualTo("beatrice");
        assertThat(asked.at("/user/id")).hasSize(86);
        var handle = Base64.getUrlDecoder().decode(asked.at("/user/id"));
        assertThat(new String(handle, ISO_8859_1)).doesNotContain("beatrice");
        assertThat(asked.at("/rp/id")).isEqualTo(HOST);
        assertThat(asked.at("/authenticatorSelection/userVerification")).isEqualTo("required");
        assertThat(visitor.post("/account/passkeys/options", "").at("/user/id"))
                .isEqualTo(asked.at("/user/id"));
        visitor.add(Device.of(HOST, ORIGIN), "Phone");
        var stranger = new Visitor(program);
        stranger.browser().open("/sign-in");
        var shown = stranger.post("/sign-in/passkey/options", "");
        assertThat(shown.json().path("allowCredentials").size()).isZero();
        assertThat(shown.at("/userVerification")).isEqualTo("required");
    }

    @Test
    void a_passkey_needs_a_name() {
        Visitor.account(program, "cy", "registrar");
        var visitor = Visitor.signedIn(program, "cy");
        var turned = "a" + Character.toString(0x202e) + "b";
        var silent = "a" + Character.toString(0x7f) + "b";
        for (var label : List.of("", "   ", "x".repeat(61), turned, silent))
            assertThat(visitor.add(Device.of(HOST, ORIGIN), label).outcome()).isEqualTo(REFUSED);
        assertThat(visitor.add(Device.of(HOST, ORIGIN), "x".repeat(60)).status()).isEqualTo(201);
    }

    @Test
    void only_what_was_asked_here_and_now_is_answered() {
        Visitor.account(program, "di", "registrar");
        var visitor = Visitor.signedIn(program, "di");
        var device = Device.of(HOST, ORIGIN);
        var challenge = visitor.askedToMake();
        assertRefused(visitor.add(device.at("http://evil.example.org").made(challenge), "Phone"));
        assertRefused(visitor.add(device.made(challenge), "answered already"));
        assertRefused(visitor.add(device.of("evil.example.org"), "another host"));
        assertRefused(visitor.add(device.at("http://colophon.example.org:81"), "another port"));
        assertRefused(visitor.add(device.unverified(), "neither finger nor PIN"));
        assertRefused(visitor.add(device.made("AAAA"), "another question"));
        assertThat(visitor.add(device, "Phone").status()).isEqualTo(201);
        assertRefused(visitor.add(device, "the same again"));
    }

    @Test
    void an_answer_that_is_replayed_or_to_another_question_or_from_elsewhere_opens_nothing() {
        var device = added("ed", "Phone");
        var visitor = new Visitor(program);
        var answer = device.shown(visitor.askedToShow(), 1);
        var other = new Visitor(program);
        other.askedToShow();
        assertRefused(other.post("/sign-in/passkey", answer));
        assertThat(visitor.post("/sign-in/passkey", answer).status()).isEqualTo(204);
        assertRefused(visitor.post("/sign-in/passkey", answer));
        visitor.askedToShow();
        assertRefused(visitor.post("/sign-in/passkey", answer));
    }

    @Test
    void no_other_site_no_other_key_and_no_other_hand_opens_anything() {
        var device = added("flo", "Phone");
        var visitor = new Visitor(program);
        assertRefused(visitor.come(device.at("http://evil.example.org"), 1));
        assertRefused(visitor.come(device.of("evil.example.org"), 2));
        assertRefused(visitor.come(device.unverified(), 3));
        assertRefused(visitor.come(device.forged(), 4));
        assertThat(visitor.isIn()).isFalse();
        assertThat(visitor.come(device, 5).status()).isEqualTo(204);
        assertThat(visitor.isIn()).isTrue();
    }

    @Test
    void a_device_that_was_copied_is_found_out() {
        var device = added("gil", "Phone");
        assertThat(new Visitor(program).come(device, 7).status()).isEqualTo(204);
        assertRefused(new Visitor(program).come(device, 7));
        assertRefused(new Visitor(program).come(device, 3));
        assertThat(new Visitor(program).come(device, 8).status()).isEqualTo(204);
    }

    @Test
    void a_disabled_account_is_entered_by_no_passkey() {
        var device = added("hal", "Phone");
        program.made("/accounts/hal/disabling", "");
        var visitor = new Visitor(program);
        assertRefused(visitor.come(device, 1));
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    void what_was_removed_opens_nothing_and_only_its_owner_removes_it() {
        var device = added("ida", "Phone");
        Visitor.account(program, "jo", "registrar");
        var other = Visitor.signedIn(program, "jo");
        assertThat(other.remove(device).status()).isEqualTo(303);
        assertThat(new Visitor(program).come(device, 1).status()).isEqualTo(204);
        var owner = Visitor.signedIn(program, "ida");
        assertThat(owner.remove(device).status()).isEqualTo(303);
        assertThat(owner.browser().open("/account").text()).contains("You have no passkeys yet");
        assertRefused(new Visitor(program).come(device, 2));
    }

    @Test
    void a_new_password_from_an_administrator_removes_all_passkeys() {
        var device = added("kim", "Phone");
        program.made("/accounts/kim/secret", "{\"secret\":\"another horse battery\"}");
        assertRefused(new Visitor(program).come(device, 1));
    }

    @Test
    void another_site_neither_adds_nor_removes_nor_signs_in() {
        var device = added("lea", "Phone");
        var visitor = Visitor.signedIn(program, "lea");
        for (var path :
                new String[] {
                    "/account/passkeys/options", "/account/passkeys", "/account/passkeys/removal",
                }) {
            var request = visitor.browser().request(path).POST(BodyPublishers.ofString(""));
            assertThat(visitor.browser().send(request).outcome()).isEqualTo("403 forbidden");
        }
        assertThat(visitor.browser().open("/account").text()).contains(device.id());
        for (var path : new String[] {"/sign-in/passkey/options", "/sign-in/passkey"}) {
            var body = BodyPublishers.ofString("{}");
            var request = program.anonymous(path).POST(body);
            assertThat(program.send(request.build()).outcome())
                    .isEqualTo("415 unsupported-media-type"); // what a form of another site sends
            var json = request.copy().header("Content-Type", "application/json").build();
            assertThat(program.send(json).outcome()).isEqualTo("403 forbidden");
        }
    }

    @Test
    void passkeys_are_for_persons() {
        var post = BodyPublishers.ofString("");
        var request = program.request("/account/passkeys/options").POST(post).build();
        var answer = program.send(request);
        assertThat(answer.outcome()).isEqualTo("403 forbidden");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        var nobody = program.anonymous("/account/passkeys/options").POST(post).build();
        assertThat(program.send(nobody).outcome()).isEqualTo("401 unauthenticated");
    }

    @Test
    void a_guesser_has_to_wait() {
        var device = added("mo", "Phone");
        var visitor = new Visitor(program);
        for (int guess = 0; guess < 5; guess++) assertRefused(visitor.come(device.forged(), 1));
        var answer = visitor.come(device, 9);
        assertThat(answer.outcome()).isEqualTo("429 too-many-attempts");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"text\"",
                "no JSON {",
                "{\"id\":null,\"rawId\":null,\"response\":null}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\"}",
                "{\"id\":\"AA\",\"rawId\":\"not base64!\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":7,\"rawId\":{},\"type\":[],\"response\":\"\"}",
                "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\","
                    + "\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
                "LONG"
            })
    void garbage_is_refused_with_a_reason(String text) {
        var body = text.equals("LONG") ? "[" + "1,".repeat(20_000) + "1]" : text;
        var visitor = new Visitor(program);
        visitor.askedToShow();
        assertThat(visitor.post("/sign-in/passkey", body).outcome()).isEqualTo(REFUSED);
        if (program.get("/accounts/garbage").status() == 404)
            Visitor.account(program, "garbage", "registrar");
        var owner = Visitor.signedIn(program, "garbage");
        owner.askedToMake();
        assertThat(owner.post("/account/passkeys", body).status()).isEqualTo(400);
        var asMade = owner.add(body.isEmpty() || body.startsWith("no") ? "7" : body, "Phone");
        assertThat(asMade.outcome()).isEqualTo(REFUSED);
    }

    private static Device added(String name, String label) {
        Visitor.account(program, name, "registrar");
        var device = Device.of(HOST, ORIGIN);
        var answer = Visitor.signedIn(program, name).add(device, label);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return device;
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.outcome()).as(answer.text()).isEqualTo(REFUSED);
        assertThat(answer.text()).doesNotContain("Exception", "webauthn4j");
    }
}
