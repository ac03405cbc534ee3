package colophon.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.security.matrix.RequestActor;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Work that a token began may go on for a limited time, since a provider cannot be asked between
 * two tokens.
 */
class ProviderActorRecheckTest {

    private static final String PAY = "POST /api/v1/payments";
    private static final Instant THEN = Instant.parse("2026-05-01T10:00:00Z");

    @Test
    void goes_on_for_its_time_and_no_longer_also_in_another_process() {
        var grant = at(Duration.ZERO).grant();
        assertThat(at(Duration.ofMinutes(59)).ended("a", grant, PAY, null)).isEmpty();
        assertThat(at(Duration.ofMinutes(61)).ended("a", grant, PAY, null))
                .hasValueSatisfying(why -> assertThat(why).contains("2026-05-01T11:00:00Z"));
    }

    @Test
    void what_says_no_time_does_not_go_on() {
        for (var grant : Arrays.asList(null, "", "account 7", "until", "until tomorrow"))
            assertThat(at(Duration.ZERO).ended("a", grant, PAY, null)).isPresent();
    }

    private static ProviderActorRecheck at(Duration later) {
        return new ProviderActorRecheck(
                new RequestActor(),
                Clock.fixed(THEN.plus(later), ZoneOffset.UTC),
                Duration.ofHours(1));
    }
}
