package colophon.views.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.api.paging.FoundRecord;
import colophon.views.reading.ViewReader.VersionedRecord;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The contract of every library and its stores. The test of an adapter extends this. */
public abstract class ViewStoreContract {

    /** A record of the contract's own view. */
    public record Book(String id, @Nullable String shelf, String title) {}

    /** The view the library must have. */
    public static final View<Book> BOOKS =
            View.<Book>of(
                            "books",
                            Book.class,
                            event -> event.toString(),
                            (before, fact) -> new Book(fact.event().toString(), null, ""))
                    .indexed("shelf", Book::shelf, Book::title);

    /** A second one, so that a snapshot has more than one view. */
    public static final View<Book> LOANS =
            View.of(
                    "loans",
                    Book.class,
                    event -> event.toString(),
                    (before, fact) -> book("l", "a", "z"));

    private final WritableViewDatabase database = library(List.of(BOOKS, LOANS));
    private final ViewStore<Book> books = database.store(BOOKS);
    private long published;

    /** An empty library with these views. */
    protected abstract WritableViewDatabase library(List<View<?>> views);

    @Test
    void reads_back_what_was_saved_with_what_it_has_read() {
        books.save(List.of(new VersionedRecord<>("b-1", book("b-1", "a", "Ulysses"), 7, 3)));
        assertThat(books.kept("b-1"))
                .isEqualTo(new VersionedRecord<>("b-1", book("b-1", "a", "Ulysses"), 7, 3));
        assertThat(books.kept("b-2")).isNull();
        database.publish(7);
        assertThat(books.kept("b-1"))
                .isEqualTo(new VersionedRecord<>("b-1", book("b-1", "a", "Ulysses"), 7, 3));
        assertThat(shown().load(List.of("b-1", "b-2")))
                .containsOnlyKeys("b-1")
                .containsValue(new VersionedRecord<>("b-1", book("b-1", "a", "Ulysses"), 7, 3));
        assertThat(shown().get("b-1")).isEqualTo(book("b-1", "a", "Ulysses"));
        assertThat(shown().get("b-2")).isNull();
    }

    @Test
    void keeps_the_latest_of_a_record() {
        save(book("b-1", "a", "Old"), book("b-2", "a", "Other"));
        save(book("b-1", "a", "New"));
        assertThat(shown().get("b-1")).isEqualTo(book("b-1", "a", "New"));
        assertThat(shown().all("shelf", "a")).hasSize(2);
    }

    @Test
    void finds_the_records_of_one_value_in_the_order_of_the_index_then_of_the_key() {
        save(
                book("b-3", "a", "M"),
                book("b-1", "a", "Z"),
                book("b-2", "a", "M"),
                book("b-4", "aa", "A"),
                book("b-5", null, "A"),
                book("b-6", "", "A"));
        assertThat(shown().all("shelf", "a"))
                .extracting(Book::id)
                .containsExactly("b-2", "b-3", "b-1");
        assertThat(shown().all("shelf", "aa")).extracting(Book::id).containsExactly("b-4");
        assertThat(shown().all("shelf", "")).extracting(Book::id).containsExactly("b-6");
        assertThat(shown().all("shelf", "b")).isEmpty();
    }

    @Test
    void finds_all_by_key() {
        save(book("b-2", null, ""), book("b-10", null, ""), book("b-1", null, ""));
        assertThat(shown().all(View.BY_KEY, ""))
                .extracting(Book::id)
                .containsExactly("b-1", "b-10", "b-2");
        assertThat(shown().find(View.BY_KEY, "", "b-1", 1))
                .containsExactly(new FoundRecord<>("b-10", book("b-10", null, "")));
    }

    @Test
    void moves_a_record_in_an_index_when_its_value_or_order_changes() {
        save(book("b-1", "a", "A"), book("b-2", "a", "B"));
        save(book("b-1", "a", "C"));
        assertThat(shown().all("shelf", "a")).extracting(Book::id).containsExactly("b-2", "b-1");
        save(book("b-2", "b", "B"));
        assertThat(shown().all("shelf", "a")).extracting(Book::id).containsExactly("b-1");
        assertThat(shown().all("shelf", "b")).extracting(Book::id).containsExactly("b-2");
        save(book("b-1", null, "C"));
        assertThat(shown().all("shelf", "a")).isEmpty();
    }

    @Test
    void walks_page_by_page_past_every_record_once() {
        var many = new Book[500];
        for (int i = 0; i < many.length; i++) many[i] = book("b-" + i, "a", "title " + i % 7);
        save(many);
        for (var index : List.of("shelf", View.BY_KEY)) {
            var walked = new ArrayList<String>();
            var after = "";
            List<FoundRecord<Book>> page;
            do {
                page = shown().find(index, index.equals("shelf") ? "a" : "", after, 37);
                assertThat(page).hasSizeLessThanOrEqualTo(37);
                page.forEach(found -> walked.add(found.value().id()));
                if (!page.isEmpty()) after = page.getLast().at();
            } while (!page.isEmpty());
            assertThat(walked).hasSize(500).doesNotHaveDuplicates();
        }
    }

    @Test
    void refuses_an_index_that_was_not_declared() {
        assertThatThrownBy(() -> shown().find("colour", "red", "", 1))
                .hasMessageContaining("colour");
    }

    @Test
    void refuses_a_view_that_it_does_not_have() {
        var other =
                View.<Book>of(
                        "other", Book.class, event -> null, (before, fact) -> book("", "", ""));
        assertThatThrownBy(() -> database.store(other)).hasMessageContaining("other");
        assertThatThrownBy(() -> database.snapshot().of(other)).hasMessageContaining("other");
    }

    @Test
    void shows_readers_nothing_before_it_is_published_and_all_views_then() {
        books.save(List.of(new VersionedRecord<>("b-1", book("b-1", "a", "A"), 1, 0)));
        database.store(LOANS)
                .save(List.of(new VersionedRecord<>("l-1", book("l-1", "a", "A"), 1, 0)));
        assertThat(shown().get("b-1")).isNull();
        database.publish(1);
        assertThat(database.snapshot().position()).isEqualTo(1);
        assertThat(shown().get("b-1")).isNotNull();
        assertThat(database.snapshot().of(LOANS).get("l-1")).isNotNull();
    }

    @Test
    void answers_the_same_to_the_same_question_of_one_edition() {
        save(book("b-1", "a", "A"), book("b-2", "a", "B"));
        var snapshot = database.snapshot();
        var position = snapshot.position();
        assertThat(snapshot.of(BOOKS).get("b-1")).isEqualTo(book("b-1", "a", "A"));
        assertThat(snapshot.of(BOOKS).all("shelf", "a")).hasSize(2);
        assertThat(snapshot.of(BOOKS).get("b-3")).isNull();
        save(book("b-1", "b", "Later"), book("b-2", "b", "Later"), book("b-3", "a", "Later"));
        assertThat(snapshot.position()).isEqualTo(position);
        assertThat(snapshot.of(BOOKS).get("b-1")).isEqualTo(book("b-1", "a", "A"));
        assertThat(snapshot.of(BOOKS).get("b-3")).isNull();
        assertThat(snapshot.of(BOOKS).all("shelf", "a"))
                .containsExactly(book("b-1", "a", "A"), book("b-2", "a", "B"));
        assertThat(shown().get("b-1")).isEqualTo(book("b-1", "b", "Later"));
    }

    @Test
    void tells_what_has_changed_since_an_earlier_edition() {
        save(book("b-1", "a", "A"), book("b-2", "a", "B"));
        var before = shown();
        save(book("b-2", "a", "C"), book("b-3", null, "D"));
        var all = new HashSet<Book>();
        shown().changedSince(null, all::add);
        assertThat(all)
                .containsExactlyInAnyOrder(
                        book("b-1", "a", "A"), book("b-2", "a", "C"), book("b-3", null, "D"));
        var changed = new HashSet<Book>();
        shown().changedSince(before, changed::add);
        assertThat(changed).contains(book("b-2", "a", "C"), book("b-3", null, "D"));
    }

    private ViewReader<Book> shown() {
        return database.snapshot().of(BOOKS);
    }

    /** Saves them as one commit, and publishes it. */
    private void save(Book... some) {
        published++;
        var kept = new ArrayList<VersionedRecord<Book>>();
        for (var book : some) kept.add(new VersionedRecord<>(book.id(), book, published, 0));
        books.save(kept);
        database.publish(published);
    }

    protected static Book book(String id, @Nullable String shelf, String title) {
        return new Book(id, shelf, title);
    }
}
