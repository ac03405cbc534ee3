package colophon.storage.views;

import static com.mongodb.client.model.Filters.eq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.events.Recorded;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;
import colophon.storage.log.LogRefusedException;
import colophon.views.Given;
import colophon.views.ViewsConfiguration;
import colophon.views.fund.Fund;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.memory.MemoryDeadLetters;
import colophon.views.reading.memory.MemoryViewDatabase;
import colophon.views.reading.projection.Projector;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Several processes with views. They share only the machine. */
@Tag("mongodb")
class MongoViewsTest {

    private static final Duration SOON = Duration.ofMinutes(5);

    private final List<Recorded<?>> history = SampleHistories.random(5, 200);
    private final ListedLog log = new ListedLog(history, 120);
    private final List<MongoViews> processes = new ArrayList<>();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
    }

    @AfterEach
    void close() {
        processes.forEach(MongoViews::stop);
        if (database != null) database.close();
    }

    @Test
    void shows_to_every_process_what_one_of_them_folds() {
        var reader = process("reader");
        var folder = process("folder");
        reader.start(null);
        assertThat(reader.reading().position()).isZero();
        assertThat(reader.caughtUp()).isFalse();
        folder.start(log);
        await(() -> reader.caughtUp() && folder.caughtUp());
        log.showAll();
        assertThat(reader.reading().awaitPosition(log.head(), SOON)).isTrue();
        var snapshot = reader.library().snapshot();
        assertThat(snapshot.position()).isEqualTo(log.head());
        assertThat(records(snapshot)).isEqualTo(records(inMemory(history)));
        assertThat(reader.deadLetters().size()).isZero();
        assertThat(reader.isBroken()).isFalse();
    }

    @Test
    void goes_on_in_another_process_when_one_ends() {
        var first = process("first");
        first.start(log);
        await(first::caughtUp);
        first.stop();
        var second = process("second");
        second.start(log);
        log.showAll();
        await(() -> second.reading().position() == log.head());
        assertThat(stored(second)).isEqualTo(rebuilt(second));
    }

    @Test
    void makes_all_views_anew_beside_those_that_are_read() {
        var folder = process("folder");
        var reader = process("reader");
        folder.start(log);
        reader.start(null);
        await(() -> reader.caughtUp());
        var live = reader.generation();
        var before = stored(reader);
        var next = reader.rebuild();
        assertThat(next).isGreaterThan(live);
        assertThat(reader.rebuild()).isEqualTo(next);
        log.showAll();
        await(() -> reader.generation() == next && folder.generation() == next);
        await(() -> reader.reading().position() == log.head());
        assertThat(stored(reader)).isEqualTo(StoredDocuments.records(database.get(), live));
        assertThat(stored(reader)).isNotEqualTo(before);
        assertThat(records(reader.library().snapshot())).isEqualTo(records(inMemory(history)));
    }

    @Test
    void a_rebuild_has_as_many_segments_as_before_unless_another_number_is_named() {
        var folder = process("folder", ViewsConfiguration.VIEWS, "log-1", OptionalInt.of(2));
        folder.start(log);
        await(folder::caughtUp);
        var asked = process("asked", ViewsConfiguration.VIEWS, "log-1", OptionalInt.empty());
        asked.start(null);
        var second = asked.rebuild();
        await(() -> asked.generation() == second);
        assertThat(segments(second)).isEqualTo(2);
        var told = process("told", ViewsConfiguration.VIEWS, "log-1", OptionalInt.of(3));
        told.start(null);
        var third = told.rebuild();
        await(() -> told.generation() == third);
        assertThat(segments(third)).isEqualTo(3);
        assertThat(
                        database.get()
                                .getCollection("tokens")
                                .countDocuments(eq("processor", "views-" + third)))
                .isEqualTo(3);
    }

    @Test
    void never_tells_less_than_before_while_a_rebuild_takes_over() {
        var folder = process("folder");
        folder.start(log);
        await(folder::caughtUp);
        log.showAll();
        await(() -> folder.reading().position() == log.head());
        var next = folder.rebuild();
        await(
                () -> {
                    assertThat(folder.library().snapshot().position()).isEqualTo(log.head());
                    assertThat(folder.reading().position()).isEqualTo(log.head());
                    return folder.generation() == next;
                });
    }

    @Test
    void keeps_views_of_another_definition_beside_its_own() {
        var older = process("older");
        older.start(log);
        await(older::caughtUp);
        var revised = new ArrayList<View<?>>(ViewsConfiguration.VIEWS);
        revised.set(revised.indexOf(Fund.VIEW), Fund.VIEW.version(2));
        var newer = process("newer", revised, "log-1");
        newer.start(log);
        await(newer::caughtUp);
        assertThat(newer.generation()).isNotEqualTo(older.generation());
        log.showAll();
        await(
                () ->
                        newer.reading().position() == log.head()
                                && older.reading().position() == log.head());
        assertThat(stored(newer)).isEqualTo(stored(older));
    }

    @Test
    void parks_what_a_record_cannot_read_where_every_process_sees_it() {
        var broken =
                View.<String>of(
                        "broken",
                        String.class,
                        event -> event instanceof FundEvent e ? e.fundId() : null,
                        (before, fact) -> {
                            if (fact.event() instanceof FundEstablished e
                                    && e.fundId().equals("f-1"))
                                throw new IllegalStateException("no words for it");
                            return before + "+";
                        });
        var views = List.<View<?>>of(broken, Fund.VIEW);
        var folder = process("folder", views, "log-1");
        var reader = process("reader", views, "log-1");
        log.showAll();
        folder.start(log);
        reader.start(null);
        await(() -> reader.caughtUp() && reader.deadLetters().size() > 1);
        var deadLetters = reader.deadLetters().list("", 1000);
        assertThat(deadLetters)
                .allMatch(one -> one.view().equals("broken") && one.key().equals("f-1"));
        assertThat(deadLetters.getFirst().reason()).isEqualTo("no words for it");
        assertThat(deadLetters.get(1).reason()).contains("waits behind");
        assertThat(reader.library().snapshot().of(broken).get("f-1")).isNull();
        assertThat(reader.library().snapshot().of(broken).get("f-2")).isNotNull();
        assertThat(reader.library().snapshot().of(Fund.VIEW).get("f-1")).isNotNull();

        folder.stop();
        var heir = process("heir", views, "log-1");
        heir.start(log);
        assertThat(heir.deadLetters().list("", 1000)).isEqualTo(deadLetters);
    }

    @Test
    void refuses_the_views_of_another_log() {
        var mine = process("mine");
        mine.start(log);
        var other = process("other", ViewsConfiguration.VIEWS, "log-2");
        assertThatThrownBy(() -> other.start(null))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("another log");
    }

    private MongoViews process(String name) {
        return process(name, ViewsConfiguration.VIEWS, "log-1");
    }

    private MongoViews process(String name, Collection<View<?>> views, String logId) {
        return process(name, views, logId, OptionalInt.of(4));
    }

    private MongoViews process(
            String name, Collection<View<?>> views, String logId, OptionalInt segments) {
        var small = views.stream().filter(ViewsConfiguration.CATALOG::contains).toList();
        var process =
                new MongoViews(
                        new MongoViews.Settings(
                                database.get(),
                                logId,
                                views,
                                small,
                                name,
                                segments,
                                Duration.ofSeconds(3),
                                Clock.systemUTC()),
                        log::head);
        processes.add(process);
        return process;
    }

    private int segments(int generation) {
        return Objects.requireNonNull(
                        database.get().getCollection("views").find(eq("_id", generation)).first())
                .getInteger("segments");
    }

    private TreeMap<String, String> stored(MongoViews process) {
        return StoredDocuments.records(database.get(), process.generation());
    }

    private TreeMap<String, String> rebuilt(MongoViews process) {
        var next = process.rebuild();
        await(() -> process.generation() == next);
        return stored(process);
    }

    private static ViewSnapshot inMemory(List<Recorded<?>> facts) {
        var library = new MemoryViewDatabase(ViewsConfiguration.VIEWS, _ -> Given.MAY_1);
        new Projector(ViewsConfiguration.VIEWS, library, new MemoryDeadLetters(), Clock.systemUTC())
                .readAll(facts, facts.getLast().position());
        return library.snapshot();
    }

    private static List<List<?>> records(ViewSnapshot snapshot) {
        var all = new ArrayList<List<?>>();
        for (var view : ViewsConfiguration.VIEWS) all.add(snapshot.of(view).all(View.BY_KEY, ""));
        return all;
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(SOON).until(condition::getAsBoolean);
    }
}
