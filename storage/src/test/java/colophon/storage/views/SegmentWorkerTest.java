package colophon.storage.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.events.Recorded;
import colophon.storage.views.MongoViewDatabase.OvertakenException;
import colophon.storage.views.ViewGenerations.Generation;
import colophon.storage.views.ViewGenerations.GenerationState;
import colophon.views.ViewsConfiguration;

import com.mongodb.client.MongoDatabase;

import org.awaitility.Awaitility;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;

/** Each record has one writer at a time, even if writers change or crash. */
@Tag("mongodb")
class SegmentWorkerTest {

    private static final Duration NEVER = Duration.ofMinutes(10);

    private static TestDatabase database;
    private static int generations;

    private final List<Recorded<?>> history = SampleHistories.random(11, 150);
    private Generation generation;

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
    }

    @AfterAll
    static void close() {
        if (database != null) database.close();
    }

    @BeforeEach
    void begin() {
        generation = another(1);
    }

    @Test
    void folds_the_same_in_one_segment_and_in_many() {
        assertThat(rebuilt(1)).isEqualTo(rebuilt(4)).isEqualTo(rebuilt(7));
    }

    @Test
    void reads_again_what_was_written_but_not_counted_and_nothing_changes() {
        var crashed = worker("crashed", Duration.ZERO, 0);
        crashed.begin();
        crashed.write(facts(0, 90)); // records are written, the token is not
        var heir = worker("heir", Duration.ZERO, 0);
        assertThat(claimed(heir)).isZero();
        heir.write(facts(0, 60));
        heir.write(facts(60, history.size()));
        assertThat(stored(generation)).isEqualTo(rebuilt(1));
    }

    @Test
    void changes_nothing_when_it_wakes_up_after_its_claim_was_taken() {
        var zombie = worker("zombie", Duration.ZERO, 0);
        zombie.begin();
        zombie.read(facts(0, 40));
        zombie.fold(facts(40, 90)); // and is frozen before it writes

        var heir = worker("heir", Duration.ZERO, 0);
        assertThat(claimed(heir)).isEqualTo(history.get(39).index());
        heir.read(facts(40, history.size()));
        var after = stored(generation);

        assertThatThrownBy(() -> zombie.publish(90)).isInstanceOf(OvertakenException.class);
        assertThat(stored(generation)).isEqualTo(after);
        assertThatThrownBy(() -> zombie.keep(history.get(89).index()))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(stored(generation)).isEqualTo(after).isEqualTo(rebuilt(1));
    }

    /** Both workers believe they have the claim, and each is frozen at random points. */
    @Test
    void ends_the_same_whatever_two_workers_do_to_the_same_segment() {
        var wanted = rebuilt(1);
        for (long seed = 0; seed < 10; seed++) {
            generation = another(1);
            var random = new Random(seed);
            var workers =
                    List.of(worker("one", Duration.ZERO, 0), worker("other", Duration.ZERO, 0));
            var at = new int[2];
            claimed(workers.getFirst());
            claimed(workers.getLast());
            while (at[0] < history.size() || at[1] < history.size()) {
                var i = random.nextInt(2);
                if (random.nextInt(10) == 0) at[i] = Math.max(0, at[i] - random.nextInt(40));
                var to = Math.min(history.size(), at[i] + 1 + random.nextInt(50));
                if (at[i] < to) workers.get(i).write(facts(at[i], to));
                at[i] = to;
            }
            assertThat(stored(generation)).isEqualTo(wanted);
        }
    }

    @Test
    void never_counts_what_it_could_not_write() {
        var cut = worker("cut", NEVER, 0, database.unreachable());
        cut.begin();
        assertThatThrownBy(() -> cut.read(facts(0, 50))).isInstanceOf(RuntimeException.class);
        assertThat(tokens("cut", NEVER).progress(generation.processor()).position()).isZero();
        assertThat(stored(generation)).isEmpty();

        var whole = worker("cut", NEVER, 0);
        whole.begin();
        whole.read(facts(0, 50));
        assertThat(tokens("cut", NEVER).progress(generation.processor()).position())
                .isEqualTo(history.get(49).position() - (history.get(49).endsCommit() ? 0 : 1));
        assertThat(stored(generation)).isNotEmpty();
    }

    @Test
    void is_refused_a_segment_that_another_has() {
        worker("first", NEVER, 0).begin();
        var second = worker("second", NEVER, 0);
        assertThatThrownBy(second::begin).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void shares_out_records_evenly() {
        var shares = new int[4];
        for (int i = 0; i < 10_000; i++)
            shares[SegmentWorker.segment("accounts", "rbs/s-" + i, 4)]++;
        for (var share : shares) assertThat(share).isBetween(2_000, 3_000);
    }

    /** Takes over as soon as the other was silent for the timeout, which is nearly zero here. */
    private static long claimed(SegmentWorker worker) {
        return Awaitility.await()
                .atMost(NEVER)
                .ignoreException(UnableToClaimTokenException.class)
                .until(worker::begin, _ -> true);
    }

    private TreeMap<String, String> rebuilt(int segments) {
        var mine = generation;
        generation = another(segments);
        for (int segment = 0; segment < segments; segment++) {
            var worker = worker("all", NEVER, segment);
            worker.begin();
            for (int from = 0; from < history.size(); from += 100)
                worker.write(facts(from, Math.min(history.size(), from + 100)));
        }
        var records = stored(generation);
        assertThat(records).hasSizeGreaterThan(50);
        generation = mine;
        return records;
    }

    private static Generation another(int segments) {
        generations++;
        var generation = new Generation(generations, GenerationState.LIVE, segments);
        library(generation).declareIndexes();
        var tokens = tokens("first", NEVER);
        for (int one = 0; one < segments; one++) tokens.begin(generation.processor(), one);
        return generation;
    }

    private SegmentWorker worker(String owner, Duration claimTimeout, int segment) {
        return worker(owner, claimTimeout, segment, database.get());
    }

    private SegmentWorker worker(
            String owner, Duration claimTimeout, int segment, MongoDatabase records) {
        return new SegmentWorker(
                settings(database.get()),
                tokens(owner, claimTimeout),
                generation,
                segment,
                settings(records).library(generation),
                () -> {});
    }

    private static MongoSegmentTokens tokens(String owner, Duration timeout) {
        return new MongoSegmentTokens(database.get(), "log-1", owner, timeout);
    }

    private static MongoViewDatabase library(Generation of) {
        return settings(database.get()).library(of);
    }

    private static MongoViews.Settings settings(MongoDatabase records) {
        return new MongoViews.Settings(
                records,
                "log-1",
                ViewsConfiguration.VIEWS,
                List.of(),
                "unused",
                OptionalInt.empty(),
                NEVER,
                Clock.systemUTC());
    }

    private List<Recorded<?>> facts(int from, int to) {
        return history.subList(from, to);
    }

    private static TreeMap<String, String> stored(Generation of) {
        return StoredDocuments.records(database.get(), of.number());
    }
}
