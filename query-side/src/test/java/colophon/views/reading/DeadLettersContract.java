package colophon.views.reading;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.views.reading.DeadLetters.DeadLetter;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** The contract of every store of dead letters. */
public abstract class DeadLettersContract {

    private final DeadLetters deadLetters = deadLetters();

    /** An empty store. */
    protected abstract DeadLetters deadLetters();

    @Test
    void lists_the_dead_letters_in_the_order_of_the_log() {
        deadLetters.add(event("funds", "f-1", 10, 0));
        deadLetters.add(event("accounts", "a/b", 9, 3));
        deadLetters.add(event("accounts", "a/b", 9, 2));
        assertThat(deadLetters.size()).isEqualTo(3);
        assertThat(deadLetters.list("", 10))
                .containsExactly(
                        event("accounts", "a/b", 9, 2),
                        event("accounts", "a/b", 9, 3),
                        event("funds", "f-1", 10, 0));
        assertThat(deadLetters.list(event("accounts", "a/b", 9, 2).place(), 1))
                .containsExactly(event("accounts", "a/b", 9, 3));
        assertThat(deadLetters.list(event("funds", "f-1", 10, 0).place(), 1)).isEmpty();
    }

    @Test
    void keeps_an_event_of_a_record_once() {
        var first = event("funds", "f-1", 10, 0);
        deadLetters.add(first);
        deadLetters.add(
                new DeadLetter("funds", "f-1", 10, 0, "FundEstablished", "later", Instant.MAX));
        assertThat(deadLetters.list("", 10)).containsExactly(first);
        assertThat(deadLetters.size()).isEqualTo(1);
    }

    @Test
    void knows_which_records_are_behind() {
        deadLetters.add(event("funds", "f-1", 10, 0));
        assertThat(deadLetters.contains("funds", "f-1")).isTrue();
        assertThat(deadLetters.contains("funds", "f-2")).isFalse();
        assertThat(deadLetters.contains("awards", "f-1")).isFalse();
    }

    private static DeadLetter event(String view, String key, long position, int offset) {
        return new DeadLetter(
                view,
                key,
                position,
                offset,
                "FundEstablished",
                "the amount is missing",
                Instant.parse("2026-06-01T12:00:00Z"));
    }
}
