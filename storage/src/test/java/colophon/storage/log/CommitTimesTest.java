package colophon.storage.log;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

class CommitTimesTest {

    @Property(tries = 200)
    void both_searches_find_what_looking_at_every_commit_finds(@ForAll long seed) {
        var random = new Random(seed);
        var all = clock(random, random.nextInt(5 * CommitTimes.BLOCK));
        var times =
                new CommitTimes(
                        (after, until) -> Arrays.copyOfRange(all, (int) after, (int) until));
        for (int i = 0; i < 20; i++) {
            int head = random.nextInt(all.length + 1); // the log grew, or others read it
            long time = random.nextInt(-10, 1_100_000);
            assertThat(times.lastUntil(time, head))
                    .isEqualTo(
                            LongStream.rangeClosed(1, head)
                                    .filter(n -> all[(int) n - 1] <= time)
                                    .max()
                                    .orElse(0));
            assertThat(times.firstSince(time, head))
                    .isEqualTo(
                            LongStream.rangeClosed(1, head)
                                    .filter(n -> all[(int) n - 1] >= time)
                                    .min());
        }
    }

    @Property(tries = 20)
    void every_time_is_read_once_and_then_those_of_two_blocks_at_most(@ForAll long seed) {
        var random = new Random(seed);
        var all = clock(random, 20 * CommitTimes.BLOCK + 17);
        var read = new AtomicLong();
        var times =
                new CommitTimes(
                        (after, until) -> {
                            read.addAndGet(until - after);
                            return Arrays.copyOfRange(all, (int) after, (int) until);
                        });
        times.lastUntil(0, all.length);
        read.set(0);
        for (int i = 0; i < 10; i++) times.lastUntil(random.nextInt(1_000_000), all.length);
        assertThat(read.get()).isLessThanOrEqualTo(10 * 2 * CommitTimes.BLOCK);
    }

    /** A clock that mostly ticks, and sometimes jumps to any time. */
    private static long[] clock(Random random, int ticks) {
        var all = new long[ticks];
        long now = 500_000;
        for (int i = 0; i < ticks; i++) {
            now = random.nextInt(700) == 0 ? random.nextInt(1_000_000) : now + random.nextInt(5);
            all[i] = now;
        }
        return all;
    }
}
