package colophon.security.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.security.attempts.SignInAttempts.AttemptSource;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class SignInAttemptsTest {

    private long now = Long.MAX_VALUE - 5; // the maker of the source says that it may overflow
    private final SignInAttempts attempts = new SignInAttempts(() -> now);

    @Test
    void aGuesserWaitsTwiceAsLongEachTime() {
        var guesser = new AttemptSource("boss", "192.0.2.1", null);
        for (var n = 0; n < 4; n++) fail(guesser);
        assertThat(attempts.toWait(guesser)).isZero();
        fail(guesser);
        assertThat(attempts.toWait(guesser)).isEqualTo(Duration.ofSeconds(1));
        fail(guesser);
        assertThat(attempts.toWait(guesser)).isEqualTo(Duration.ofSeconds(2));
        for (var n = 0; n < 30; n++) fail(guesser);
        assertThat(attempts.toWait(guesser)).isEqualTo(Duration.ofMinutes(15));
        now += Duration.ofMinutes(14).toNanos();
        assertThat(attempts.toWait(guesser)).isEqualTo(Duration.ofMinutes(1));
        now += Duration.ofMinutes(1).toNanos();
        assertThat(attempts.toWait(guesser)).isZero();
    }

    @Test
    void nobodyLocksOutAnAddressThatHasComeInBefore() {
        var boss = new AttemptSource("boss", "198.51.100.7", null);
        attempts.succeeded(boss);
        for (var n = 0; n < 200; n++) fail(new AttemptSource("boss", "192.0.2." + n % 100, null));

        assertThat(attempts.toWait(boss)).isZero();
        assertThat(attempts.toWait(new AttemptSource("boss", "198.51.100.8", null))).isPositive();

        // Failures under other names from the same address do not count for it either.
        for (var n = 0; n < 200; n++) fail(new AttemptSource("other-" + n, "198.51.100.7", null));
        assertThat(attempts.toWait(boss)).isZero();
        assertThat(attempts.toWait(new AttemptSource("new", "198.51.100.7", null))).isPositive();

        // It is counted for its own failures.
        for (var n = 0; n < 5; n++) fail(boss);
        assertThat(attempts.toWait(boss)).isPositive();
    }

    @Test
    void nobodyLocksOutABrowserWithAMarkWhereverItIs() {
        for (var n = 0; n < 200; n++) fail(new AttemptSource("boss", "192.0.2." + n % 100, null));
        for (var n = 0; n < 200; n++) fail(new AttemptSource("boss", "192.0.2.1", null));

        var boss = new AttemptSource("boss", "192.0.2.1", "marked");
        assertThat(attempts.toWait(boss)).isZero();
        for (var n = 0; n < 5; n++) fail(boss);
        assertThat(attempts.toWait(boss)).isPositive();
        assertThat(attempts.toWait(new AttemptSource("boss", "192.0.2.1", "other"))).isZero();
    }

    @Test
    void aSourceKnownUnderOneNameIsUnknownUnderAnother() {
        attempts.succeeded(new AttemptSource("mallory", "192.0.2.1", null));
        for (var n = 0; n < 25; n++) fail(new AttemptSource("boss", "203.0.113." + n, null));

        assertThat(attempts.toWait(new AttemptSource("boss", "192.0.2.1", null))).isPositive();
    }

    @Test
    void anIpv6NetworkIsOneHousehold() {
        for (var n = 0; n < 5; n++)
            fail(new AttemptSource("boss", "2001:db8:1:2:%x::%x".formatted(n, n + 7), null));

        assertThat(attempts.toWait(new AttemptSource("boss", "2001:db8:1:2::99", null)))
                .isPositive();
        assertThat(attempts.toWait(new AttemptSource("boss", "2001:db8:1:3::99", null))).isZero();

        for (var n = 0; n < 5; n++) fail(new AttemptSource("ada", "192.0.2.9", null));
        assertThat(attempts.toWait(new AttemptSource("ada", "::ffff:192.0.2.9", null)))
                .isPositive();
    }

    @Test
    void namesThatAreTooLongAreNotKeptAndCountForTheirAddress() {
        var long1 = new AttemptSource("x".repeat(2_000_000), "192.0.2.1", null);
        assertThat(long1.name()).isEmpty();
        for (var n = 0; n < 50; n++) fail(long1);
        assertThat(attempts.toWait(new AttemptSource("ada", "192.0.2.1", null))).isPositive();
    }

    @Test
    void soManyAreKeptAndNoMore() {
        for (var n = 0; n < 60_000; n++)
            fail(new AttemptSource("name-" + n, "10.%d.%d.1".formatted(n % 250, n / 250), null));
        assertThat(attempts.size()).isLessThanOrEqualTo(100_000);
    }

    @Test
    void allIsForgottenAfterAnHour() {
        var guesser = new AttemptSource("boss", "192.0.2.1", null);
        for (var n = 0; n < 40; n++) fail(guesser);
        now += Duration.ofMinutes(61).toNanos();
        assertThat(attempts.toWait(guesser)).isZero();
        fail(guesser);
        assertThat(attempts.toWait(guesser)).isZero();
    }

    private void fail(AttemptSource source) {
        attempts.failed(source);
    }
}
