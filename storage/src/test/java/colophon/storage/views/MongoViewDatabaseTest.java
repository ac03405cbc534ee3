package colophon.storage.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.views.reading.View;
import colophon.views.reading.ViewReader.VersionedRecord;
import colophon.views.reading.ViewSnapshot.ExpectedRead;
import colophon.views.reading.ViewStoreContract;
import colophon.views.reading.WritableViewDatabase;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

@Tag("mongodb")
class MongoViewDatabaseTest extends ViewStoreContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

    private static TestDatabase database;
    private static int generation;

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
    }

    @AfterAll
    static void close() {
        if (database != null) database.close();
    }

    @Override
    protected WritableViewDatabase library(List<View<?>> views) {
        generation++;
        var library = another(views);
        library.declareIndexes();
        return library;
    }

    private static MongoViewDatabase another(List<View<?>> views) {
        return new MongoViewDatabase(views, List.of(), database.get(), generation, _ -> TODAY);
    }

    @Test
    void leaves_alone_what_another_writer_has_written_since_it_was_read() {
        var one = another(List.of(BOOKS));
        var other = another(List.of(BOOKS));
        save(one, "b-1", "first", 1);
        one.publish(1);
        assertThat(other.store(BOOKS).kept("b-1")).isNotNull();
        save(one, "b-1", "second", 2);
        assertThat(one.flush()).isTrue();

        save(other, "b-1", "mine", 3);
        save(other, "b-2", "mine", 3);
        save(other, "b-3", "mine", 3);
        save(one, "b-2", "third", 4);
        assertThat(one.flush()).isTrue();
        assertThat(other.flush()).isFalse();
        other.moveTo(4, other.changed());
        assertThat(titles(other)).containsExactly("second", "third", "mine");
        assertThat(other.store(BOOKS).kept("b-1"))
                .isEqualTo(new VersionedRecord<>("b-1", book("b-1", "a", "second"), 2, 0));
    }

    @Test
    void takes_the_very_same_written_by_another_for_its_own() {
        var one = another(List.of(BOOKS));
        var other = another(List.of(BOOKS));
        save(one, "b-1", "first", 1);
        save(other, "b-1", "first", 1);
        assertThat(one.flush()).isTrue();
        assertThat(other.flush()).isTrue();
        save(other, "b-1", "second", 2);
        assertThat(other.flush()).isTrue();
    }

    @Test
    void refuses_to_publish_what_somebody_else_writes() {
        var one = another(List.of(BOOKS));
        var other = another(List.of(BOOKS));
        save(one, "b-1", "first", 1);
        save(other, "b-1", "other", 2);
        one.publish(1);
        assertThatThrownBy(() -> other.publish(2)).hasMessageContaining("Another process");
    }

    @Test
    void has_of_small_views_a_copy_that_is_at_least_as_new_as_the_edition() {
        var writer = another(List.of(BOOKS));
        var reader =
                new MongoViewDatabase(
                        List.of(BOOKS), List.of(BOOKS), database.get(), generation, _ -> TODAY);
        save(writer, "b-1", "first", 1);
        writer.publish(1);
        reader.moveTo(1, writer.changed());
        var before = reader.snapshot().of(BOOKS);
        assertThat(titles(reader)).containsExactly("first");
        save(writer, "b-1", "second", 2);
        save(writer, "b-2", "second", 2);
        writer.publish(2);
        assertThat(titles(reader)).containsExactly("first");
        reader.moveTo(2, writer.changed());
        assertThat(titles(reader)).containsExactly("second", "second");
        assertThat(before.all(View.BY_KEY, "")).hasSize(1);
    }

    @Test
    void fetches_all_that_is_expected_in_one_round_trip_and_asks_for_nothing_of_it_again() {
        var writer = another(List.of(BOOKS));
        for (int n = 0; n < 30; n++) save(writer, "b-" + n, "title " + (30 - n), n + 1);
        writer.publish(30);
        var asked = new ArrayList<String>();
        var listener =
                new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        asked.add(event.getCommandName());
                    }
                };
        try (var client = database.listened(listener)) {
            var library =
                    new MongoViewDatabase(
                            List.of(BOOKS),
                            List.of(),
                            client.getDatabase(database.get().getName()),
                            generation,
                            _ -> TODAY);
            library.moveTo(30, writer.changed());
            var index = BOOKS.indexes().getFirst().name();
            var apart = library.snapshot();
            var books = apart.of(BOOKS).all(index, "a");
            var seventh = apart.of(BOOKS).kept("b-7");
            assertThat(books).hasSize(30);
            var together = library.snapshot();
            asked.clear();
            together.expect(
                    ExpectedRead.one(BOOKS, "b-7"),
                    ExpectedRead.one(BOOKS, "none"),
                    ExpectedRead.all(BOOKS, index, "a"),
                    ExpectedRead.all(BOOKS, index, "nobody"));
            assertThat(asked).containsExactly("aggregate");
            assertThat(together.of(BOOKS).kept("b-7")).isEqualTo(seventh);
            assertThat(together.of(BOOKS).kept("none")).isNull();
            assertThat(together.of(BOOKS).all(index, "a")).isEqualTo(books);
            assertThat(together.of(BOOKS).all(index, "nobody")).isEmpty();
            assertThat(asked).containsExactly("aggregate");
        }
    }

    private static List<String> titles(MongoViewDatabase library) {
        var titles = new ArrayList<String>();
        for (var book : library.snapshot().of(BOOKS).all(View.BY_KEY, "")) titles.add(book.title());
        return titles;
    }

    private static void save(MongoViewDatabase library, String id, String title, long position) {
        library.store(BOOKS)
                .save(List.of(new VersionedRecord<>(id, book(id, "a", title), position, 0)));
    }
}
