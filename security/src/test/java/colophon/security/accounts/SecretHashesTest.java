package colophon.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.util.ArrayList;
import java.util.List;

class SecretHashesTest {

    private final Counting slow = new Counting();
    private final SecretHashes secrets = new SecretHashes(slow);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "nobody", "null", "-", "anything at all"})
    void withoutASecretNothingIsTheRightOne(@Nullable String given) {
        for (var kept : new @Nullable String[] {null, "", "{bcrypt}", "{sha256}", "{noop}x", "x"})
            assertThat(secrets.matches(given, kept)).as("%s against %s", given, kept).isFalse();
    }

    @Test
    void notEvenWhatItIsComparedWithInsteadIs() {
        assertThat(slow.encoded).hasSize(1);
        assertThat(secrets.matches(slow.encoded.getFirst(), null)).isFalse();
        assertThat(secrets.matches(slow.encoded.getFirst(), "{sha256}x")).isFalse();

        var other = new Counting();
        new SecretHashes(other);
        assertThat(other.encoded).hasSize(1).doesNotContainAnyElementsOf(slow.encoded);
    }

    @Test
    void theRightOneMatchesAndNoOtherDoes() {
        var chosen = secrets.encode("correct horse battery");
        var random = SecretHashes.random();
        var generated = SecretHashes.encodeGenerated(random);

        assertThat(secrets.matches("correct horse battery", chosen)).isTrue();
        assertThat(secrets.matches(random, generated)).isTrue();
        assertThat(SecretHashes.matchesGenerated(random, generated)).isTrue();
        for (var other :
                new @Nullable String[] {null, "", " ", "correct horse batterz", random + "x"}) {
            assertThat(secrets.matches(other, chosen)).isFalse();
            assertThat(secrets.matches(other, generated)).isFalse();
            assertThat(SecretHashes.matchesGenerated(other, generated)).isFalse();
        }
        assertThat(SecretHashes.matchesGenerated("correct horse battery", chosen)).isFalse();
        assertThat(generated).doesNotContain(random);
    }

    @Test
    void whatBcryptDoesNotReadIsNotTheRightOneEither() {
        var longest = "x".repeat(SecretHashes.LONGEST);
        var kept = secrets.encode(longest);

        assertThat(secrets.matches(longest, kept)).isTrue();
        assertThat(secrets.matches(longest + "anything", kept)).isFalse();
        assertThat(secrets.matches("ü".repeat(60), kept)).isFalse();
    }

    @Test
    void eachComparisonCostsTheSame() {
        var random = SecretHashes.random();
        var chosen = secrets.encode("correct horse battery");
        var all = new ArrayList<@Nullable String>(List.of("", "x", chosen));
        all.add(null);
        all.add(SecretHashes.encodeGenerated(random));
        for (var kept : all)
            for (var given :
                    new @Nullable String[] {
                        null, "", " ", "wrong", random, "x".repeat(2_000_000)
                    }) {
                slow.compared = 0;
                secrets.matches(given, kept);
                assertThat(slow.compared).as("%s", kept).isEqualTo(1);
            }
    }

    @Test
    void nothingIsWrittenAnewBehindItsOwnersBack() {
        assertThat(secrets.upgradeEncoding("{sha256}x")).isFalse();
        assertThat(secrets.upgradeEncoding(null)).isFalse();
    }

    private static final class Counting implements PasswordEncoder {

        private final PasswordEncoder slow = new BCryptPasswordEncoder(4);
        private final List<String> encoded = new ArrayList<>();
        private int compared;

        @Override
        public @Nullable String encode(@Nullable CharSequence raw) {
            encoded.add(String.valueOf(raw));
            return slow.encode(raw);
        }

        @Override
        public boolean matches(@Nullable CharSequence raw, @Nullable String hash) {
            compared++;
            return slow.matches(raw, hash);
        }
    }
}
