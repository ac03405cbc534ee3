package colophon.views.reading.projection;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.views.Given;
import colophon.views.LargeHistory;
import colophon.views.QuerySide;
import colophon.views.ViewsConfiguration;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.memory.MemoryDeadLetters;
import colophon.views.reading.memory.MemoryViewDatabase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

@Tag("io")
class ProjectorTest {

    /** An event that the poisoned view cannot read. */
    private record Poison(String key) {}

    private record Word(String key, String text) {}

    private static final View<String> WORDS =
            View.of(
                    "words",
                    String.class,
                    event ->
                            switch (event) {
                                case Poison poison -> poison.key();
                                case Word word -> word.key();
                                default -> null;
                            },
                    (before, fact) -> {
                        if (fact.event() instanceof Word word)
                            return before == null ? word.text() : before + " " + word.text();
                        throw new IllegalStateException("the amount is missing");
                    });

    private static final View<Integer> COUNTS =
            View.of(
                    "counts",
                    Integer.class,
                    _ -> "all",
                    (before, _) -> before == null ? 1 : before + 1);

    private static final View<String> NERVOUS =
            View.of(
                    "nervous",
                    String.class,
                    event -> {
                        if (event instanceof Poison) throw new ClassCastException("no key");
                        return null;
                    },
                    (_, _) -> "");

    private final List<View<?>> views = List.of(WORDS, COUNTS, NERVOUS);
    private final MemoryViewDatabase library = new MemoryViewDatabase(views, _ -> Given.MAY_1);
    private final DeadLetters deadLetters = new MemoryDeadLetters();
    private final Projector projector =
            new Projector(views, library, deadLetters, Clock.fixed(QuerySide.NOW, ZoneOffset.UTC));

    @Test
    void parks_only_the_record_that_cannot_read_and_what_comes_later_for_it() {
        read(1, new Word("a", "one"));
        read(2, new Poison("a"));
        read(3, new Word("a", "two"));
        read(4, new Word("b", "three"));

        assertThat(library.snapshot().of(WORDS).get("a")).isEqualTo("one");
        assertThat(library.snapshot().of(WORDS).get("b")).isEqualTo("three");
        assertThat(library.snapshot().of(COUNTS).get("all")).isEqualTo(4);
        assertThat(library.snapshot().position()).isEqualTo(4);
        assertThat(deadLetters.list("", 10))
                .extracting(p -> p.view() + " " + p.key() + " " + p.position() + " " + p.reason())
                .containsExactly(
                        "nervous ? 2 no key",
                        "words a 2 the amount is missing",
                        "words a 3 waits behind an event that could not be read");
        assertThat(deadLetters.list("", 1).getFirst().event()).isEqualTo("Poison");
        assertThat(deadLetters.list("", 1).getFirst().enqueuedAt()).isEqualTo(QuerySide.NOW);
    }

    @Test
    void parks_an_event_once_however_often_it_is_delivered() {
        read(1, new Poison("a"));
        read(1, new Poison("a"));
        assertThat(deadLetters.size()).isEqualTo(2);
    }

    @Test
    void changes_nothing_when_an_event_is_delivered_again() {
        read(1, new Word("a", "one"));
        read(2, new Word("a", "two"));
        read(1, new Word("a", "one"));
        read(2, new Word("a", "two"));
        read(3, new Word("b", "three"));
        assertThat(library.snapshot().of(WORDS).get("a")).isEqualTo("one two");
        assertThat(library.snapshot().position()).isEqualTo(3);
    }

    @Test
    void shows_a_commit_only_when_all_of_it_is_read() {
        projector.read(fact(new Word("a", "one"), 1, 0));
        assertThat(library.snapshot().of(WORDS).get("a")).isNull();
        assertThat(library.snapshot().position()).isZero();
        projector.read(fact(new Word("b", "two"), 1, Recorded.LAST));
        assertThat(library.snapshot().of(WORDS).get("a")).isEqualTo("one");
        assertThat(library.snapshot().position()).isEqualTo(1);
    }

    @Test
    void gives_the_same_views_from_single_repeated_and_stolen_delivery() {
        var history = LargeHistory.of(40);
        var once = fold(history);
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var delivered = new ArrayList<Recorded<?>>();
            for (int i = 0; i < history.size(); i++) {
                delivered.add(history.get(i));
                // another writer had read on, and this one begins again some events before
                if (random.nextInt(50) == 0)
                    delivered.addAll(history.subList(Math.max(0, i - random.nextInt(60)), i + 1));
            }
            assertThat(fold(delivered)).isEqualTo(once);
        }
        assertThat(once).hasSize(ViewsConfiguration.VIEWS.size());
    }

    private static List<List<?>> fold(List<Recorded<?>> history) {
        var library = new MemoryViewDatabase(ViewsConfiguration.VIEWS, _ -> Given.MAY_1);
        var deadLetters = new MemoryDeadLetters();
        var projector =
                new Projector(ViewsConfiguration.VIEWS, library, deadLetters, Clock.systemUTC());
        history.forEach(projector::read);
        assertThat(deadLetters.size()).isZero();
        var all = new ArrayList<List<?>>();
        for (var view : ViewsConfiguration.VIEWS) all.add(records(library.snapshot(), view));
        return all;
    }

    private static List<?> records(ViewSnapshot snapshot, View<?> view) {
        return snapshot.of(view).all(View.BY_KEY, "");
    }

    private void read(long position, Object event) {
        projector.read(fact(event, position, Recorded.LAST));
    }

    private static Recorded<?> fact(Object event, long position, int offset) {
        return new Recorded<>(event, position, offset, QuerySide.NOW, "who", "id");
    }
}
