package colophon.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.events.privacy.KeyDestroyedException;
import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The contract of every store of keys. The test of a store opens the keys and reopens them. */
@SuppressWarnings("NullAway.Init")
abstract class SealsContract {

    protected Seals seals;

    /** The keys as they were left; none at first. */
    protected abstract Seals open();

    /** Closes what {@link #open} opened. */
    protected abstract void shut();

    /** Keys of another installation. */
    protected abstract Seals others();

    @BeforeEach
    final void openSeals() {
        seals = open();
    }

    @AfterEach
    final void shutSeals() {
        shut();
    }

    @Test
    void what_was_sealed_opens_again_even_after_a_restart() {
        var sealed = seals.seal("student-1", "Ada Lovelace – Grün");
        assertThat(seals.open("student-1", sealed)).isEqualTo("Ada Lovelace – Grün");
        restart();
        assertThat(seals.open("student-1", sealed)).isEqualTo("Ada Lovelace – Grün");
    }

    @Test
    void the_same_value_is_sealed_differently_each_time() {
        assertThat(seals.seal("student-1", "Ada")).isNotEqualTo(seals.seal("student-1", "Ada"));
    }

    @Test
    void what_was_sealed_for_one_student_does_not_open_for_another() {
        var sealed = seals.seal("student-1", "Ada");
        seals.seal("student-2", "Bob");
        assertThat(seals.open("student-1", sealed)).isEqualTo("Ada");
        assertThat(seals.open("student-2", sealed)).isNull();
        assertThat(seals.open("student-3", sealed)).isNull();
    }

    @Test
    void what_was_changed_does_not_open() {
        var sealed = seals.seal("student-1", "Ada");
        assertThat(seals.open("student-1", sealed)).isEqualTo("Ada");
        var bytes = Base64.getDecoder().decode(sealed.text());
        for (var i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var text = Base64.getEncoder().encodeToString(changed);
            assertThat(seals.open("student-1", new Sealed(text))).isNull();
        }
        assertThat(seals.open("student-1", new Sealed("no Base64 at all!"))).isNull();
        assertThat(seals.open("student-1", new Sealed(""))).isNull();
    }

    @Test
    void a_destroyed_key_opens_nothing_and_is_never_made_again() {
        var sealed = seals.seal("student-1", "Ada");
        seals.destroy("student-1");
        assertThat(seals.open("student-1", sealed)).isNull();
        assertThatThrownBy(() -> seals.seal("student-1", "Ada"))
                .isInstanceOf(KeyDestroyedException.class);
        restart();
        assertThat(seals.open("student-1", sealed)).isNull();
        assertThatThrownBy(() -> seals.fingerprint("student-1", "Ada"))
                .isInstanceOf(KeyDestroyedException.class);
    }

    @Test
    void a_fingerprint_is_the_same_for_the_same_value_of_the_same_student_only() {
        var mark = seals.fingerprint("student-1", "Ada");
        assertThat(seals.fingerprint("student-1", "Ada")).isEqualTo(mark);
        assertThat(seals.fingerprint("student-1", "Bob")).isNotEqualTo(mark);
        assertThat(seals.fingerprint("student-2", "Ada")).isNotEqualTo(mark);
        restart();
        assertThat(seals.fingerprint("student-1", "Ada")).isEqualTo(mark);
    }

    @Test
    void a_digest_of_a_student_is_theirs_alone_and_goes_with_their_key() {
        var words = "Ada".getBytes(UTF_8);
        assertThat(seals.digest("student-1", words)).as("no key is made for it").isNull();
        assertThat(seals.isDestroyed("student-1")).isFalse();
        seals.seal("student-1", "Ada");
        seals.seal("student-2", "Ada");
        var digest = seals.digest("student-1", words);
        assertThat(digest)
                .hasSize(32)
                .isNotEqualTo(seals.digest("student-2", words))
                .isNotEqualTo(seals.digest("student-1", "Bob".getBytes(UTF_8)))
                .isNotEqualTo(seals.digest(words));
        restart();
        assertThat(seals.digest("student-1", words)).isEqualTo(digest);
        seals.destroy("student-1");
        assertThat(seals.digest("student-1", words)).isNull();
        assertThat(seals.isDestroyed("student-1")).isTrue();
        assertThat(seals.isDestroyed("student-2")).isFalse();
        restart();
        assertThat(seals.digest("student-1", words)).isNull();
        assertThat(seals.isDestroyed("student-1")).isTrue();
    }

    @Test
    void two_threads_that_seal_first_for_a_student_get_one_key() throws InterruptedException {
        var unreadable = ConcurrentHashMap.<Sealed>newKeySet();
        for (var round = 0; round < 20; round++) {
            var student = "student-" + round;
            var threads =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    _ ->
                                            Thread.ofPlatform()
                                                    .start(
                                                            () -> {
                                                                var sealed =
                                                                        seals.seal(student, "x");
                                                                if (seals.open(student, sealed)
                                                                        == null)
                                                                    unreadable.add(sealed);
                                                            }))
                            .toList();
            for (var thread : threads) thread.join();
        }
        assertThat(unreadable).isEmpty();
    }

    @Test
    void a_key_destroyed_before_it_was_made_is_never_made() {
        seals.destroy("student-1");
        seals.destroy("student-1");
        assertThatThrownBy(() -> seals.seal("student-1", "Ada"))
                .isInstanceOf(KeyDestroyedException.class);
        restart();
        assertThatThrownBy(() -> seals.seal("student-1", "Ada"))
                .isInstanceOf(KeyDestroyedException.class);
        assertThat(seals.open("student-2", seals.seal("student-2", "Bob"))).isEqualTo("Bob");
    }

    @Test
    void a_digest_is_of_this_installation() {
        var digest = seals.digest("a request".getBytes(UTF_8));
        restart();
        assertThat(seals.digest("a request".getBytes(UTF_8))).isEqualTo(digest);
        assertThat(others().digest("a request".getBytes(UTF_8))).isNotEqualTo(digest);
    }

    protected final void restart() {
        shut();
        seals = open();
    }
}
