package colophon.storage.quota;

import static colophon.commands.gateway.StudentWriteCounts.CountResult.ALL_IS_FULL;
import static colophon.commands.gateway.StudentWriteCounts.CountResult.COUNTED;
import static colophon.commands.gateway.StudentWriteCounts.CountResult.DAY_IS_FULL;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.gateway.StudentWriteCounts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The contract of every store of counts. The test of a store opens the counts and reopens them. */
@SuppressWarnings("NullAway.Init")
abstract class StudentWriteCountsContract {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    protected StudentWriteCounts writes;

    /** The counts as they were left; none at first. */
    protected abstract StudentWriteCounts open();

    /** Closes what {@link #open} opened. */
    protected abstract void shut();

    @BeforeEach
    final void openCounts() {
        writes = open();
    }

    @AfterEach
    final void shutCounts() {
        shut();
    }

    @Test
    void a_day_has_room_for_so_many_and_the_next_day_again() {
        for (var n = 0; n < 3; n++) assertThat(writes.count("s", DAY, 3, 100)).isEqualTo(COUNTED);
        assertThat(writes.count("s", DAY, 3, 100)).isEqualTo(DAY_IS_FULL);
        assertThat(writes.count("s", DAY.plusDays(1), 3, 100)).isEqualTo(COUNTED);
        assertThat(writes.count("other", DAY, 3, 100)).isEqualTo(COUNTED);
    }

    @Test
    void all_days_together_have_room_for_so_many() {
        for (var n = 0; n < 4; n++)
            assertThat(writes.count("s", DAY.plusDays(n), 3, 4)).isEqualTo(COUNTED);
        assertThat(writes.count("s", DAY.plusDays(9), 3, 4)).isEqualTo(ALL_IS_FULL);
        assertThat(writes.count("s", DAY.plusDays(9), 3, 5)).isEqualTo(COUNTED);
    }

    @Test
    void a_restart_makes_no_room() {
        for (var n = 0; n < 3; n++) writes.count("s", DAY, 3, 100);
        shut();
        writes = open();
        assertThat(writes.count("s", DAY, 3, 100)).isEqualTo(DAY_IS_FULL);
        assertThat(writes.count("s", DAY.plusDays(1), 3, 3)).isEqualTo(ALL_IS_FULL);
    }

    @Test
    void of_many_who_ask_at_once_just_so_many_are_counted() throws InterruptedException {
        // The first requests of a day meet most: each round begins one.
        for (var round = 0; round < 20; round++) {
            var day = DAY.plusDays(round);
            var answers = new ConcurrentLinkedQueue<StudentWriteCounts.CountResult>();
            var threads = new ArrayList<Thread>();
            for (var n = 0; n < 24; n++)
                threads.add(
                        Thread.ofVirtual()
                                .start(() -> answers.add(writes.count("s", day, 10, 1_000))));
            for (var thread : threads) thread.join();
            assertThat(answers).hasSize(24).filteredOn(COUNTED::equals).hasSize(10);
            assertThat(answers).containsOnly(COUNTED, DAY_IS_FULL);
        }
    }
}
