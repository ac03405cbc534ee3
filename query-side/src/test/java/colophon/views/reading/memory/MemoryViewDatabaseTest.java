package colophon.views.reading.memory;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.views.Given;
import colophon.views.reading.View;
import colophon.views.reading.ViewReader.VersionedRecord;
import colophon.views.reading.ViewStoreContract;
import colophon.views.reading.WritableViewDatabase;

import org.junit.jupiter.api.Test;

import java.util.List;

class MemoryViewDatabaseTest extends ViewStoreContract {

    @Override
    protected WritableViewDatabase library(List<View<?>> views) {
        return new MemoryViewDatabase(views, _ -> Given.MAY_1);
    }

    /** The contract does not require this. In memory it is free. */
    @Test
    void never_changes_an_edition_that_somebody_reads() {
        var database = library(List.of(BOOKS, LOANS));
        for (int i = 0; i < 200; i++) save(database, "b-" + i, "a", "A");
        database.publish(1);
        var snapshot = database.snapshot();
        for (int i = 0; i < 300; i++) save(database, "b-" + i, "b", "B");
        database.publish(2);
        assertThat(snapshot.position()).isEqualTo(1);
        assertThat(snapshot.of(BOOKS).all("shelf", "a")).hasSize(200);
        assertThat(snapshot.of(BOOKS).all("shelf", "b")).isEmpty();
        assertThat(database.snapshot().of(BOOKS).all("shelf", "b")).hasSize(300);
    }

    private static void save(WritableViewDatabase database, String id, String shelf, String title) {
        database.store(BOOKS)
                .save(List.of(new VersionedRecord<>(id, book(id, shelf, title), 1, 0)));
    }
}
