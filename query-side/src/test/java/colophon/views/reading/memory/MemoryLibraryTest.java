package colophon.views.reading.memory;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.views.Given;
import colophon.views.reading.View;
import colophon.views.reading.ViewReader.Kept;
import colophon.views.reading.ViewStoreContract;
import colophon.views.reading.WritableLibrary;

import org.junit.jupiter.api.Test;

import java.util.List;

class MemoryLibraryTest extends ViewStoreContract {

    @Override
    protected WritableLibrary library(List<View<?>> views) {
        return new MemoryLibrary(views, _ -> Given.MAY_1);
    }

    /** The contract does not require this. In memory it is free. */
    @Test
    void never_changes_an_edition_that_somebody_reads() {
        var library = library(List.of(BOOKS, LOANS));
        for (int i = 0; i < 200; i++) save(library, "b-" + i, "a", "A");
        library.publish(1);
        var edition = library.edition();
        for (int i = 0; i < 300; i++) save(library, "b-" + i, "b", "B");
        library.publish(2);
        assertThat(edition.position()).isEqualTo(1);
        assertThat(edition.of(BOOKS).all("shelf", "a")).hasSize(200);
        assertThat(edition.of(BOOKS).all("shelf", "b")).isEmpty();
        assertThat(library.edition().of(BOOKS).all("shelf", "b")).hasSize(300);
    }

    private static void save(WritableLibrary library, String id, String shelf, String title) {
        library.store(BOOKS).save(List.of(new Kept<>(id, book(id, shelf, title), 1, 0)));
    }
}
