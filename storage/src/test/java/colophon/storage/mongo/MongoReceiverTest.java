package colophon.storage.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.log.Chain;
import colophon.storage.log.Commit;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.Recorded;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class MongoReceiverTest {

    private TestServer server;
    private MongoDatabaseOf database;
    private MongoReceiver receiver;

    @BeforeEach
    void open() {
        server = TestServer.open();
        database = MongoDatabaseOf.connect(server.uri());
        receiver = MongoReceiver.open(database, "log-1");
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

    private static List<Recorded> commits(String stream, int count) {
        var commits = new ArrayList<Recorded>();
        var hash = Chain.start();
        for (var number = 1; number <= count; number++) {
            var commit = Commit.of(List.of(Samples.event(stream, number - 1)), null);
            hash = Chain.next(hash, number, 1_000, commit.digest());
            commits.add(new Recorded(number, commit.id(), 1_000, hash, commit.events(), null));
        }
        return commits;
    }
}
