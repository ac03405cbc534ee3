package colophon.views.reading;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.views.reading.Parked.ParkedEvent;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** The contract of every store of dead letters. */
public abstract class ParkedContract {

    private final Parked parked = parked();

    /** An empty store. */
    protected abstract Parked parked();

    @Test
    void lists_what_was_parked_in_the_order_of_the_log() {
        parked.park(event("funds", "f-1", 10, 0));
        parked.park(event("accounts", "a/b", 9, 3));
        parked.park(event("accounts", "a/b", 9, 2));
        assertThat(parked.size()).isEqualTo(3);
        assertThat(parked.list("", 10))
                .containsExactly(
                        event("accounts", "a/b", 9, 2),
                        event("accounts", "a/b", 9, 3),
                        event("funds", "f-1", 10, 0));
        assertThat(parked.list(event("accounts", "a/b", 9, 2).place(), 1))
                .containsExactly(event("accounts", "a/b", 9, 3));
        assertThat(parked.list(event("funds", "f-1", 10, 0).place(), 1)).isEmpty();
    }

    @Test
    void keeps_an_event_of_a_record_once() {
        var first = event("funds", "f-1", 10, 0);
        parked.park(first);
        parked.park(
                new ParkedEvent("funds", "f-1", 10, 0, "FundEstablished", "later", Instant.MAX));
        assertThat(parked.list("", 10)).containsExactly(first);
        assertThat(parked.size()).isEqualTo(1);
    }

    @Test
    void knows_which_records_are_behind() {
        parked.park(event("funds", "f-1", 10, 0));
        assertThat(parked.holds("funds", "f-1")).isTrue();
        assertThat(parked.holds("funds", "f-2")).isFalse();
        assertThat(parked.holds("awards", "f-1")).isFalse();
    }

    @Test
    void forgets_everything_when_cleared() {
        parked.park(event("funds", "f-1", 10, 0));
        assertThat(parked.size()).isEqualTo(1);
        parked.clear();
        assertThat(parked.size()).isZero();
        assertThat(parked.list("", 10)).isEmpty();
        assertThat(parked.holds("funds", "f-1")).isFalse();
    }

    private static ParkedEvent event(String view, String key, long position, int offset) {
        return new ParkedEvent(
                view,
                key,
                position,
                offset,
                "FundEstablished",
                "the amount is missing",
                Instant.parse("2026-06-01T12:00:00Z"));
    }
}
