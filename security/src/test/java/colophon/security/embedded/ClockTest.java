package colophon.security.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import colophon.api.access.Role;
import colophon.security.MemoryUserAccounts;
import colophon.security.SecurityInstallation;
import colophon.security.SetClock;
import colophon.security.accounts.SigningKey;
import colophon.security.accounts.UserAccount.Kind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

import java.time.Duration;
import java.util.Set;

/** A clock that was set, or was wrong, locks nobody out and keeps nobody in. */
@Tag("io")
class ClockTest {

    private static final Duration LIFETIME = Duration.ofDays(365 * 75);

    @Test
    void aClockThatIsSetBackRefusesNoFreshToken() {
        try (var here = SecurityInstallation.embedded()) {
            here.person("boss", Role.ADMINISTRATOR);
            var before = here.token("root", "root-secret");
            assertThat(opens(here, before)).isTrue();
            for (var by : new Duration[] {Duration.ofHours(-2), Duration.ofDays(-400)}) {
                here.later(by);
                assertThat(opens(here, here.token("root", "root-secret"))).isTrue();
                assertThat(
                                here.comesIn(
                                        new MockHttpSession(),
                                        "boss",
                                        SecurityInstallation.PASSWORD))
                        .isTrue();
                // The same after a change that ended the earlier tokens.
                here.accounts.change(
                        "boss", it -> it.withRights(Set.of(Role.AUDITOR), Set.of(), null));
                here.accounts.change(
                        "boss", it -> it.withRights(Set.of(Role.ADMINISTRATOR), Set.of(), null));
                var session = here.session("boss");
                assertThat(here.send(get("/account").session(session)).getStatus()).isEqualTo(200);
            }
        }
    }

    @Test
    void aFirstStartWithAClockThatWasAheadLocksNobodyOut() {
        var clock = new SetClock();
        clock.turn(LIFETIME);
        try (var here = SecurityInstallation.embedded(clock)) {
            here.person("boss", Role.ADMINISTRATOR);
            var ahead = here.token("root", "root-secret");
            assertThat(opens(here, ahead)).isTrue();

            clock.turn(LIFETIME.negated());
            assertThat(opens(here, ahead)).isFalse();
            assertThat(opens(here, here.token("root", "root-secret"))).isTrue();
            assertThat(here.comesIn(new MockHttpSession(), "boss", SecurityInstallation.PASSWORD))
                    .isTrue();
        }
    }

    @Test
    void tokensEndByTheClockAndByTheCounter() {
        try (var here = SecurityInstallation.embedded()) {
            var token = here.token("root", "root-secret");
            here.later(Duration.ofMinutes(10));
            assertThat(opens(here, token)).isTrue(); // five more seconds are allowed
            here.later(Duration.ofSeconds(6));
            assertThat(opens(here, token)).isFalse();

            var next = here.token("root", "root-secret");
            var root = here.accounts.after(Kind.PROGRAM, "", 1);
            here.accounts.change(root.getFirst().id(), it -> it.asDisabled(true));
            here.accounts.change(root.getFirst().id(), it -> it.asDisabled(false));
            assertThat(opens(here, next)).isFalse();
            // A token is valid in the same second as the change.
            assertThat(opens(here, here.token("root", "root-secret"))).isTrue();
        }
    }

    @Test
    void aKeyFromTheFutureSignsNothingMoreAndIsForgotten() {
        var accounts = new MemoryUserAccounts();
        var clock = new SetClock();
        var keys = new TokenKeys(accounts, clock);
        var first = keys.newest().getKeyID();
        clock.turn(LIFETIME);
        var ahead = keys.newest().getKeyID();
        assertThat(ahead).isNotEqualTo(first);

        clock.turn(LIFETIME.negated());
        var next = keys.newest().getKeyID();
        assertThat(next).isNotIn(first, ahead);
        assertThat(new TokenKeys(accounts, clock).newest().getKeyID()).isEqualTo(next);
        clock.turn(Duration.ofHours(-2));
        assertThat(keys.newest().getKeyID()).isEqualTo(next);

        clock.turn(TokenKeys.AT_WORK.plusHours(3));
        var last = keys.newest().getKeyID();
        assertThat(last).isNotEqualTo(next);
        assertThat(accounts.keys()).extracting(SigningKey::id).containsExactly(next, last);
    }

    private static boolean opens(SecurityInstallation here, String token) {
        var answer = here.send(get("/api/v1/accounts").header("Authorization", "Bearer " + token));
        assertThat(answer.getStatus()).isIn(200, 401);
        return answer.getStatus() == 200;
    }
}
