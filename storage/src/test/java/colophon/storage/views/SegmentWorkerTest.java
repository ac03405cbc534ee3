package colophon.storage.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.events.Recorded;
import colophon.storage.axon.Serializers;
import colophon.storage.views.MongoViewDatabase.OvertakenException;
import colophon.storage.views.ViewGenerations.Generation;
import colophon.storage.views.ViewGenerations.GenerationState;
import colophon.views.ViewsConfiguration;
import colophon.views.reading.projection.ViewsProjection;

import com.mongodb.client.MongoDatabase;

import org.awaitility.Awaitility;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Each record has one writer at a time, even if writers change or crash. */
@Tag("mongodb")
class SegmentWorkerTest {

    private static final Duration NEVER = Duration.ofMinutes(10);

    private static TestDatabase database;
    private static int generations;

    private final List<Recorded<?>> history = SampleHistories.random(11, 150);
    private final ListedLog log = new ListedLog(history, history.size());
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
        crashed.claim();
        crashed.read(events(0, 90)); // records are written, the token is not
        var heir = worker("heir", Duration.ZERO, 0);
        assertThat(claimed(heir)).isNull();
        heir.read(events(0, 60));
        heir.read(events(60, history.size()));
        assertThat(stored(generation)).isEqualTo(rebuilt(1));
    }

    @Test
    void changes_nothing_when_it_wakes_up_after_its_claim_was_taken() {
        var zombie = worker("zombie", Duration.ZERO, 0);
        zombie.claim();
        zombie.read(events(0, 40));
        zombie.keep(events(0, 40).getLast().trackingToken());
        zombie.fold(facts(events(40, 90))); // and is frozen before it writes

        var heir = worker("heir", Duration.ZERO, 0);
        assertThat(claimed(heir)).isEqualTo(events(0, 40).getLast().trackingToken());
        heir.read(events(40, history.size()));
        heir.keep(events(0, history.size()).getLast().trackingToken());
        var after = stored(generation);

        assertThatThrownBy(() -> zombie.write(90)).isInstanceOf(OvertakenException.class);
        assertThat(stored(generation)).isEqualTo(after);
        assertThatThrownBy(() -> zombie.keep(events(0, 90).getLast().trackingToken()))
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
                if (at[i] < to) workers.get(i).read(events(at[i], to));
                at[i] = to;
            }
            assertThat(stored(generation)).isEqualTo(wanted);
        }
    }

    @Test
    void never_counts_what_it_could_not_write() {
        var cut = worker("cut", NEVER, 0, database.unreachable());
        cut.claim();
        assertThatThrownBy(() -> cut.step(events(0, 50))).isInstanceOf(RuntimeException.class);
        assertThat(tokens("cut", NEVER).progress(generation.processor()).position()).isZero();
        assertThat(stored(generation)).isEmpty();

        var whole = worker("cut", NEVER, 0);
        whole.claim();
        whole.step(events(0, 50));
        assertThat(tokens("cut", NEVER).progress(generation.processor()).position())
                .isEqualTo(history.get(49).position() - (history.get(49).endsCommit() ? 0 : 1));
        assertThat(stored(generation)).isNotEmpty();
    }

    @Test
    void is_refused_a_segment_that_another_has() {
        worker("first", NEVER, 0).claim();
        var second = worker("second", NEVER, 0);
        assertThatThrownBy(second::claim).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void shares_out_records_evenly() {
        var shares = new int[4];
        for (int i = 0; i < 10_000; i++)
            shares[SegmentWorker.segment("accounts", "rbs/s-" + i, 4)]++;
        for (var share : shares) assertThat(share).isBetween(2_000, 3_000);
    }

    /** Takes over as soon as the other was silent for the timeout, which is nearly zero here. */
    private static @Nullable TrackingToken claimed(SegmentWorker worker) {
        return Awaitility.await()
                .atMost(NEVER)
                .ignoreException(UnableToClaimTokenException.class)
                .until(() -> Optional.ofNullable(worker.claim()), _ -> true)
                .orElse(null);
    }

    private TreeMap<String, String> rebuilt(int segments) {
        var mine = generation;
        generation = another(segments);
        for (int segment = 0; segment < segments; segment++) {
            var worker = worker("all", NEVER, segment);
            worker.claim();
            for (int from = 0; from < history.size(); from += 100)
                worker.read(events(from, Math.min(history.size(), from + 100)));
        }
        var records = stored(generation);
        assertThat(records).hasSizeGreaterThan(50);
        generation = mine;
        return records;
    }

    private static Generation another(int segments) {
        generations++;
        var generation = new Generation(generations, GenerationState.LIVE, segments, "d");
        library(generation).declareIndexes();
        var tokens = tokens("first", NEVER);
        tokens.initializeTokenSegments(generation.processor(), segments);
        return generation;
    }

    private SegmentWorker worker(String owner, Duration claimTimeout, int segment) {
        return worker(owner, claimTimeout, segment, database.get());
    }

    private SegmentWorker worker(
            String owner, Duration claimTimeout, int segment, MongoDatabase records) {
        var at = generation;
        return new SegmentWorker(
                ViewsConfiguration.VIEWS,
                log,
                tokens(owner, claimTimeout),
                at,
                segment,
                library(at, records),
                () -> new MongoDeadLetters(database.get(), at.number()),
                Clock.systemUTC(),
                () -> {});
    }

    private static MongoSegmentTokens tokens(String owner, Duration timeout) {
        return new MongoSegmentTokens(
                database.get(), "log-1", Serializers.general(), owner, timeout);
    }

    private static MongoViewDatabase library(Generation of) {
        return library(of, database.get());
    }

    private static MongoViewDatabase library(Generation of, MongoDatabase records) {
        return new MongoViewDatabase(
                ViewsConfiguration.VIEWS, List.of(), records, of.number(), _ -> LocalDate.EPOCH);
    }

    private List<TrackedEventMessage<?>> events(int from, int to) {
        return log.part(from, to);
    }

    private static List<Recorded<?>> facts(List<TrackedEventMessage<?>> events) {
        var facts = new ArrayList<Recorded<?>>();
        for (var event : events) facts.add(ViewsProjection.fact(event, event.trackingToken()));
        return facts;
    }

    private static TreeMap<String, String> stored(Generation of) {
        return StoredDocuments.records(database.get(), of.number());
    }
}
