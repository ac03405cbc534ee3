package colophon.storage.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.commands.loading.StreamPlace;
import colophon.storage.log.Commit;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.log.SampleEvents;
import colophon.storage.operations.LogVerification;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Databases that this program did not make, or that were changed since. */
@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class OddDatabaseTest {

    private TestServer server;
    private MongoInstallation database;

    @BeforeEach
    void connect() {
        server = TestServer.open();
        database = MongoInstallation.connect(server.uri());
    }

    @AfterEach
    void drop() {
        database.close();
        server.close();
    }

    @Test
    void a_log_keeps_its_id() {
        var id = open().id();
        assertThat(open().id()).isEqualTo(id);
    }

    @Test
    void another_version_is_refused() {
        open();
        meta().updateOne(eq("_id", "log"), set("v", 4));
        assertRefused("schema version 4", "use the newer one");
        for (var version : List.of(1, 2)) {
            meta().updateOne(eq("_id", "log"), set("v", version));
            assertRefused("schema version " + version, "older than any release");
            assertThatThrownBy(() -> MongoLogReader.open(database))
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining("older than any release");
            assertThatThrownBy(() -> MongoLogReceiver.open(database, "some-id"))
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining("older than any release");
        }
    }

    @Test
    void a_lost_or_changed_place_in_another_stream_is_named() {
        try (var log = MongoCommitLog.open(database)) {
            for (var i = 0; i < 3; i++)
                log.append(
                                Commit.of(
                                        List.of(
                                                SampleEvents.event(
                                                        new StreamPlace("own", i, "Own"),
                                                        new StreamPlace("fund", i, "Fund"))),
                                        null))
                        .join();
            var whole = events().find(eq("_id", 2L)).first();
            for (var change :
                    List.of(
                            set("k", List.of("own 0000000000000001")),
                            set("k", "own 0000000000000001"),
                            set("k.1", "fund 0000000000000007"),
                            set("e.0.f.0.k", "fund 0000000000000007"),
                            set("e.0.f.0.g", "fund"),
                            unset("e.0.f"))) {
                events().updateOne(eq("_id", 2L), change);
                assertThatThrownBy(() -> LogVerification.of(log, (_, _) -> {}))
                        .isInstanceOfSatisfying(
                                DamagedLogException.class,
                                e -> assertThat(e.commit()).isEqualTo(2));
                events().replaceOne(eq("_id", 2L), whole);
            }
            assertThat(LogVerification.of(log, (_, _) -> {}).commits()).isEqualTo(3);
        }
    }

    @Test
    void a_collection_of_somebody_else_is_refused() {
        events().insertOne(new Document("_id", 1).append("what", "a calendar"));
        assertRefused("is not an event log of ours", "name another database");
    }

    @Test
    void a_missing_index_is_made_again() {
        open();
        events().dropIndex("ux_place");
        try (var log = MongoCommitLog.open(database)) {
            append(log, "a", 0);
            assertThatThrownBy(() -> append(log, "a", 0)).hasMessageContaining("already has");
        }
    }

    @Test
    void an_index_that_cannot_be_made_is_refused() {
        open();
        events().dropIndex("ux_place");
        for (var i = 1L; i <= 2; i++)
            events().insertOne(new Document("_id", i).append("k", "same"));
        assertRefused("lacks the unique index ux_place", "nothing may be appended");
    }

    @Test
    void an_index_that_is_not_unique_is_refused() {
        open();
        events().dropIndex("ux_command");
        events().createIndex(Indexes.ascending("r.c"));
        // Some servers allow both side by side; neither may be read in place of the other.
        try {
            open();
            assertThat(events().listIndexes())
                    .anyMatch(
                            index ->
                                    "ux_command".equals(index.getString("name"))
                                            && index.getBoolean("unique", false));
        } catch (LogRefusedException e) {
            assertThat(e).hasMessageContaining("ux_command");
        }
    }

    @Test
    void a_commit_of_a_newer_program_stops_who_reads_it() {
        try (var log = MongoCommitLog.open(database)) {
            append(log, "a", 0);
            events().updateOne(eq("_id", 1L), set("v", 4));
            assertThatThrownBy(() -> log.read(0, 10))
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining("Commit 1 has version 4");
        }
    }

    @Test
    void a_hole_is_named_and_nothing_behind_it_is_read() {
        try (var log = MongoCommitLog.open(database)) {
            for (var i = 0; i < 3; i++) append(log, "a", i);
            events().deleteOne(eq("_id", 2L));
            assertThatThrownBy(() -> log.read(0, 10))
                    .isInstanceOfSatisfying(
                            DamagedLogException.class, e -> assertThat(e.commit()).isEqualTo(2));
            assertThat(log.read(2, 10)).hasSize(1);
        }
    }

    @Test
    void what_is_no_commit_any_more_is_named() {
        try (var log = MongoCommitLog.open(database)) {
            append(log, "a", 0);
            events().updateOne(eq("_id", 1L), set("e.0.p", "text"));
            assertThatThrownBy(() -> log.read(0, 10))
                    .isInstanceOfSatisfying(
                            DamagedLogException.class, e -> assertThat(e.commit()).isEqualTo(1));
        }
    }

    @Test
    void reading_a_database_without_a_log_makes_none() {
        assertThatThrownBy(() -> MongoLogReader.open(database))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("There is no event log");
        assertThat(database.events().listCollectionNames()).isEmpty();
    }

    @Test
    void a_closed_client_is_a_log_that_does_not_answer() {
        var elsewhere = MongoInstallation.connect(server.uri());
        var log = MongoCommitLog.open(elsewhere, 200, database -> database);
        elsewhere.close();
        assertThatThrownBy(() -> append(log, "a", 0))
                .hasCauseInstanceOf(LogUnavailableException.class);
        log.close();
        assertThat(log.trouble()).isPresent();
    }

    private MongoCommitLog open() {
        var log = MongoCommitLog.open(database);
        log.close();
        return log;
    }

    private void assertRefused(String... said) {
        assertThatThrownBy(this::open)
                .isInstanceOf(LogRefusedException.class)
                .message()
                .contains(said)
                .doesNotContain("\n");
    }

    private static void append(MongoCommitLog log, String stream, long sequence) {
        log.append(Commit.of(List.of(SampleEvents.event(stream, sequence)), null)).join();
    }

    private MongoCollection<Document> events() {
        return database.events().getCollection("events");
    }

    private MongoCollection<Document> meta() {
        return database.events().getCollection("meta");
    }
}
