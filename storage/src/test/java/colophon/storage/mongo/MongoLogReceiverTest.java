package colophon.storage.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.log.Commit;
import colophon.storage.log.HashChain;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.SampleEvents;
import colophon.storage.log.StoredCommit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class MongoLogReceiverTest {

    private TestServer server;
    private MongoInstallation database;
    private MongoLogReceiver receiver;

    @BeforeEach
    void open() {
        server = TestServer.open();
        database = MongoInstallation.connect(server.uri());
        receiver = MongoLogReceiver.open(database, "log-1");
    }

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    @Test
    void what_arrived_though_nobody_heard_of_it_is_not_taken_twice() {
        var all = commits("a", 12);
        receiver.take(all.subList(0, 10));
        receiver.take(all);
        assertThat(receiver.head()).isEqualTo(12);
        assertThat(receiver.records().records(0, 20))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(all);
    }

    @Test
    void what_somebody_else_appended_is_not_passed_over() {
        receiver.take(commits("a", 3));
        assertThatThrownBy(() -> receiver.take(commits("b", 5)))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("Another program appended commit 1");
    }

    private static List<StoredCommit> commits(String stream, int count) {
        var commits = new ArrayList<StoredCommit>();
        var hash = HashChain.start();
        for (var number = 1; number <= count; number++) {
            var commit = Commit.of(List.of(SampleEvents.event(stream, number - 1)), null);
            hash = HashChain.next(hash, number, 1_000, commit.digest());
            commits.add(new StoredCommit(number, commit.id(), 1_000, hash, commit.events(), null));
        }
        return commits;
    }
}
