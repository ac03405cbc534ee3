package colophon.storage.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every list of erasures. The test of a store opens the list and reopens it. */
@SuppressWarnings("NullAway.Init")
abstract class ErasureListContract {

    protected ErasureList list;

    /** The list as it was left, empty at first, for a log with this id. */
    protected abstract ErasureList open(String log);

    @BeforeEach
    final void openList() {
        list = open("log-1");
    }

    @Test
    void who_is_on_it_is_on_it_after_a_restart() {
        list.add("s-1");
        list.add("row-0a.b_c-12");
        list.add("s-1");
        assertThat(list.all()).containsExactlyInAnyOrder("s-1", "row-0a.b_c-12");
        assertThat(open("log-1").all()).containsExactlyInAnyOrder("s-1", "row-0a.b_c-12");
    }

    @Test
    void how_far_the_log_was_read_is_known_for_that_log_only() {
        list.add("s-1");
        list.readTo(7_000_000_000L);
        assertThat(list.readTo()).isEqualTo(7_000_000_000L);
        assertThat(open("log-1").readTo()).isEqualTo(7_000_000_000L);
        assertThat(open("log-2").readTo()).isZero();
        assertThat(open("log-2").all()).containsExactly("s-1");
    }

    @Test
    void a_log_that_is_an_earlier_one_is_read_again() {
        list.readTo(12);
        list.readTo(5);
        assertThat(open("log-1").readTo()).isEqualTo(5);
    }
}
