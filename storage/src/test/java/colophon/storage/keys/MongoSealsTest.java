package colophon.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import colophon.events.privacy.Seals;
import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The contract on a real server, and cases that only several processes meet. */
@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class MongoSealsTest extends SealsContract {

    private final List<AutoCloseable> open = new ArrayList<>();
    private TestServer server;
    private MongoInstallation database;

    @Override
    protected Seals open() {
        if (server == null) server = TestServer.open();
        database = MongoInstallation.connect(server.uri());
        return MongoSeals.open(database, "log-1", 100);
    }

    @Override
    protected void shut() {
        ((MongoSeals) seals).close();
        database.close();
    }

    @Override
    protected Seals others() {
        var other = TestServer.open();
        open.addFirst(other);
        var others = MongoInstallation.connect(other.uri());
        open.addFirst(others);
        return opened(MongoSeals.open(others, "log-2"));
    }

    @AfterEach
    void drop() throws Exception {
        for (var one : open) one.close();
        server.close();
    }

    @Test
    void what_one_process_sealed_another_opens_at_once() {
        var there = opened(MongoSeals.open(database, "log-1"));
        var sealed = seals.seal("student-1", "Ada");
        assertThat(there.open("student-1", sealed)).isEqualTo("Ada");
        assertThat(there.fingerprint("student-1", "Ada"))
                .isEqualTo(seals.fingerprint("student-1", "Ada"));
        assertThat(there.digest(new byte[] {1})).isEqualTo(seals.digest(new byte[] {1}));
    }

    @Test
    void two_processes_that_seal_first_for_a_student_get_one_key() throws InterruptedException {
        var there = opened(MongoSeals.open(database, "log-1"));
        for (var i = 0; i < 20; i++) {
            var student = "student-" + i;
            var marks = new String[2];
            var one = Thread.ofPlatform().start(() -> marks[0] = seals.fingerprint(student, "x"));
            marks[1] = there.fingerprint(student, "x");
            one.join();
            assertThat(marks[0]).isEqualTo(marks[1]);
        }
    }

    @Test
    void a_key_destroyed_in_one_process_is_soon_forgotten_in_the_others() {
        var there = opened(MongoSeals.open(database, "log-1", 100));
        var sealed = seals.seal("student-1", "Ada");
        assertThat(there.open("student-1", sealed)).isEqualTo("Ada");
        seals.destroy("student-1");
        assertThat(seals.open("student-1", sealed)).isNull();
        await().atMost(Duration.ofMinutes(5)).until(() -> there.open("student-1", sealed) == null);
        assertThatThrownBy(() -> there.seal("student-1", "Ada"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_destroying_that_a_crash_interrupted_is_finished_by_who_sees_its_mark() {
        var sealed = seals.seal("student-1", "Ada");
        database.keys().getCollection("destroyed").insertOne(new Document("_id", "student-1"));
        await().atMost(Duration.ofMinutes(5)).until(() -> seals.open("student-1", sealed) == null);
        assertThat(database.keys().getCollection("keys").find().first()).containsEntry("k", null);
    }

    @Test
    void keys_of_another_log_are_refused() {
        assertThatThrownBy(() -> MongoSeals.open(database, "log-9"))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("belong to another event log")
                .message()
                .doesNotContain("\n");
    }

    private MongoSeals opened(MongoSeals one) {
        open.addFirst(one);
        return one;
    }
}
