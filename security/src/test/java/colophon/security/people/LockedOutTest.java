package colophon.security.people;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.api.access.Role;
import colophon.security.SecurityInstallation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

import java.util.Map;
import java.util.Objects;

/** A guesser has to wait, and nobody else. */
@Tag("io")
class LockedOutTest {

    private static final String PASSWORD = SecurityInstallation.PASSWORD;

    private SecurityInstallation here;

    @BeforeEach
    void start() {
        here = SecurityInstallation.embedded();
        here.person("boss", Role.ADMINISTRATOR);
    }

    @AfterEach
    void stop() {
        here.close();
    }

    @Test
    void aBrowserInWhichSomebodyHasComeInIsNotHeldByOthersWhereverItIs() {
        var came = here.signIn(new MockHttpSession(), "boss", PASSWORD, "198.51.100.1");
        var mark = Objects.requireNonNull(came.getCookie("KNOWN"));
        assertThat(mark.isHttpOnly()).isTrue();
        assertThat(mark.getAttribute("SameSite")).isEqualTo("Strict");
        for (var n = 0; n < 60; n++) guess("192.0.2." + n % 30);

        assertThat(status("203.0.113.1")).isEqualTo(429);
        assertThat(status("192.0.2.1")).isEqualTo(429);
        for (var address : new String[] {"203.0.113.1", "192.0.2.1", "2001:db8::1"})
            assertThat(
                            here.signIn(new MockHttpSession(), "boss", PASSWORD, address, mark)
                                    .getRedirectedUrl())
                    .isEqualTo("/account");
        // The same without a cookie, from an address where the person has signed in.
        assertThat(status("198.51.100.1")).isEqualTo(302);
    }

    @Test
    void aMarkIsOfNoUseToAnybodyElse() {
        here.person("mallory", Role.AUDITOR);
        var mallory = here.signIn(new MockHttpSession(), "mallory", PASSWORD, "192.0.2.1");
        var mark = Objects.requireNonNull(mallory.getCookie("KNOWN"));
        for (var n = 0; n < 30; n++)
            here.signIn(new MockHttpSession(), "boss", "wrong", "192.0.2." + n, mark);
        assertThat(
                        here.signIn(new MockHttpSession(), "boss", PASSWORD, "203.0.113.1", mark)
                                .getStatus())
                .isEqualTo(429);
        // The mark grants no access.
        assertThat(here.signIn(new MockHttpSession(), "mallory", "wrong", "192.0.2.1", mark))
                .satisfies(it -> assertThat(it.getRedirectedUrl()).isEqualTo("/sign-in?wrong"));
    }

    @Test
    void aMarkedBrowserIsCountedForItsOwnFailures() {
        var mark =
                Objects.requireNonNull(
                        here.signIn(new MockHttpSession(), "boss", PASSWORD, "198.51.100.1")
                                .getCookie("KNOWN"));
        for (var n = 0; n < 5; n++)
            here.signIn(new MockHttpSession(), "boss", "wrong", "192.0.2." + n, mark);
        assertThat(
                        here.signIn(new MockHttpSession(), "boss", PASSWORD, "192.0.2.9", mark)
                                .getStatus())
                .isEqualTo(429);
    }

    @Test
    void aMarkEndsWithThePassword() {
        var mark =
                Objects.requireNonNull(
                        here.signIn(new MockHttpSession(), "boss", PASSWORD, "198.51.100.1")
                                .getCookie("KNOWN"));
        here.accounts.change("boss", it -> it.withSecret(here.secrets.encode(PASSWORD)));
        for (var n = 0; n < 60; n++) guess("192.0.2." + n % 30);
        assertThat(
                        here.signIn(new MockHttpSession(), "boss", PASSWORD, "203.0.113.1", mark)
                                .getStatus())
                .isEqualTo(429);
    }

    @Test
    void aGuesserAtAnOpenSessionHasToWaitAsWell() {
        var session = here.session("boss");
        for (var n = 0; n < 5; n++) assertThat(change(session, "wrong " + n)).isEqualTo(400);
        assertThat(change(session, "wrong")).isEqualTo(429);
        assertThat(change(session, PASSWORD)).isEqualTo(429);
        // It is counted together with the attempts to sign in.
        assertThat(here.signIn(new MockHttpSession(), "boss", PASSWORD, "192.0.2.77").getStatus())
                .isEqualTo(429);
    }

    @Test
    void anotherPasswordIsNoEasyOneAndEndsAllSessions() {
        var session = here.session("boss");
        for (var next : new String[] {"password1234", "            ", "bossbossboss", "x"})
            assertThat(change(session, PASSWORD, next)).as(next).isEqualTo(400);
        assertThat(change(session, PASSWORD, "velvet orbit cactus")).isEqualTo(303);
        assertThat(change(session, PASSWORD, "velvet orbit cactus")).isIn(302, 401, 403);
        assertThat(here.comesIn(new MockHttpSession(), "boss", PASSWORD)).isFalse();
        assertThat(here.comesIn(new MockHttpSession(), "boss", "velvet orbit cactus")).isTrue();
    }

    @Test
    void aNameThatIsTooLongIsRefusedWithoutBeingKept() {
        for (var n = 0; n < 3; n++)
            assertThat(
                            here.signIn(
                                            new MockHttpSession(),
                                            "x".repeat(2_000_000),
                                            PASSWORD,
                                            "192.0.2.1")
                                    .getRedirectedUrl())
                    .isEqualTo("/sign-in?wrong");
    }

    @Test
    void anIpv6NetworkIsOneSource() {
        for (var n = 1; n <= 5; n++) guess("2001:db8::%x:1".formatted(n));
        assertThat(status("2001:db8::ffff")).isEqualTo(429);
        assertThat(status("2001:db8:0:1::ffff")).isEqualTo(302);
    }

    private int change(MockHttpSession session, String password) {
        return change(session, password, "velvet orbit cactus");
    }

    private int change(MockHttpSession session, String password, String next) {
        return here.submit(
                        "/account/password",
                        session,
                        "192.0.2.77",
                        Map.of("password", password, "next", next))
                .getStatus();
    }

    private void guess(String address) {
        here.signIn(new MockHttpSession(), "boss", "wrong", address);
    }

    private int status(String address) {
        return here.signIn(new MockHttpSession(), "boss", PASSWORD, address).getStatus();
    }
}
