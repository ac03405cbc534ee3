package colophon.model;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.naive.Forms;
import colophon.model.naive.Step;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Runs random histories through the program and the model. {@code -Dcolophon.histories=10000} runs
 * that many, {@code -Dcolophon.seed=} starts from another seed.
 */
@Tag("io")
class ModelTest {

    private static final int HISTORIES = Integer.getInteger("colophon.histories", 200);
    private static final long SEED = Long.getLong("colophon.seed", 1);
    private static final int LENGTH = 80;

    /** Histories that are checked after every request. Each costs as much as a dozen others. */
    private static final int PREFIXED = 10;

    private static final Map<String, Integer> STATUSES = statuses();
    private static final Set<String> ACCEPTED = ConcurrentHashMap.newKeySet();

    @Test
    void random_histories_give_equal_outcomes_balances_statements_and_progress()
            throws InterruptedException {
        var next = new AtomicLong(SEED);
        var failed = new AtomicReference<@Nullable String>();
        var players = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++)
            players.add(Thread.ofPlatform().start(() -> play(next, failed)));
        for (var player : players) player.join();

        assertThat(failed.get()).isNull();
        assertThat(next.get()).isGreaterThanOrEqualTo(SEED + HISTORIES);
        assertThat(ACCEPTED)
                .as("a request that is never accepted in any history proves little")
                .containsExactlyInAnyOrderElementsOf(Forms.routes());
    }

    @Test
    void every_answer_agrees_after_every_single_request() {
        var town = new Town();
        for (long seed = SEED; seed < SEED + PREFIXED; seed++) {
            var history = new Dice(seed).history(LENGTH);
            assertThat(difference(town, history, true)).as("seed %s", seed).isNull();
        }
    }

    @Test
    void views_folded_from_the_whole_log_answer_what_the_live_views_answer() {
        var town = new Town();
        for (long seed = SEED; seed < SEED + PREFIXED; seed++) {
            var comparison = new Comparison(town, STATUSES, false, ACCEPTED);
            comparison.differenceIn(new Dice(seed).history(LENGTH));
            var live = comparison.answers();
            town.readAllAgain();
            assertThat(live).as("seed %s", seed).isNotEmpty().isEqualTo(comparison.answers());
        }
    }

    private static void play(AtomicLong next, AtomicReference<@Nullable String> failed) {
        try {
            var town = new Town();
            for (long seed = next.getAndIncrement();
                    seed < SEED + HISTORIES && failed.get() == null;
                    seed = next.getAndIncrement()) {
                var history = new Dice(seed).history(LENGTH);
                var difference = difference(town, history, false);
                if (difference == null) continue;
                failed.compareAndSet(null, "seed " + seed + " " + difference);
                failed.set(report(town, seed, history) + "\nfirst seen " + difference);
            }
        } catch (RuntimeException | Error e) {
            failed.compareAndSet(null, "broken off: " + e);
            throw e;
        }
    }

    private static @Nullable String difference(Town town, List<Step> history, boolean eachTime) {
        try {
            return new Comparison(town, STATUSES, eachTime, ACCEPTED).differenceIn(history);
        } catch (RuntimeException e) {
            return "broken off by " + e + " at " + e.getStackTrace()[0];
        }
    }

    private static String report(Town town, long seed, List<Step> history) {
        var shortest = shortest(town, history);
        var text = new StringBuilder("seed " + seed + ", shortest history that shows it:");
        for (var step : shortest) text.append("\n  ").append(step);
        return text.append("\n  ").append(difference(town, shortest, false)).toString();
    }

    /** Leaves out every step that can be left out while a difference remains. */
    private static List<Step> shortest(Town town, List<Step> history) {
        var left = history;
        for (int size = history.size() / 2; size > 0; size = size / 2)
            for (int at = left.size() - size; at >= 0; at -= size) {
                var without = new ArrayList<>(left.subList(0, at));
                without.addAll(left.subList(Math.min(at + size, left.size()), left.size()));
                if (!without.isEmpty() && difference(town, without, false) != null) left = without;
            }
        return left;
    }

    /** The statuses of all problems, from their documentation. */
    private static Map<String, Integer> statuses() {
        try {
            var text = Files.readString(Path.of("..", "docs", "problems.md"));
            var statuses = new HashMap<String, Integer>();
            var section = Pattern.compile("### ([a-z-]+)\\n([0-9]{3})\\.").matcher(text);
            while (section.find())
                statuses.put(section.group(1), Integer.valueOf(section.group(2)));
            return statuses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
