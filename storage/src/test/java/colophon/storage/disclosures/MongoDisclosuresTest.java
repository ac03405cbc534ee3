package colophon.storage.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;
import colophon.storage.sqlite.DataDirectory;
import colophon.views.disclosure.Disclosures;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** The contract on a real server, and cases that only several processes meet. */
@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class MongoDisclosuresTest extends DisclosuresContract {

    private TestServer server;
    private MongoInstallation database;

    @Override
    protected Disclosures open() {
        if (server == null) server = TestServer.open();
        database = MongoInstallation.connect(server.uri());
        return MongoDisclosures.open(database);
    }

    @Override
    protected void shut() {
        ((MongoDisclosures) disclosures).close();
        database.close();
    }

    @AfterEach
    void drop() {
        server.close();
    }

    @Test
    void what_one_process_records_another_shows_at_once() {
        try (var other = MongoDisclosures.open(database)) {
            other.record(List.of(look("s-1", 1, null)));
            disclosures.record(List.of(look("s-1", 2, null)));
            assertThat(looks("s-1")).containsExactly(look("s-1", 2, null), look("s-1", 1, null));
        }
    }

    @Test
    void those_of_a_data_directory_come_along_once_however_often_they_are_copied(
            @TempDir Path temporary) {
        try (var directory = DataDirectory.open(temporary.resolve("data"))) {
            try (var before = SqliteDisclosures.open(directory)) {
                for (int i = 0; i < 1_500; i++)
                    before.record(List.of(look("s-" + i % 3, i, i % 2 == 0 ? null : "asOf x")));
            }
            DisclosureCopy.copy(directory, database);
            DisclosureCopy.copy(directory, database);
            try (var before = SqliteDisclosures.open(directory)) {
                for (int s = 0; s < 3; s++)
                    assertThat(looks("s-" + s))
                            .hasSize(500)
                            .isEqualTo(
                                    before.of("s-" + s, "", 1_000).stream()
                                            .map(found -> found.value())
                                            .toList());
            }
        }
    }
}
