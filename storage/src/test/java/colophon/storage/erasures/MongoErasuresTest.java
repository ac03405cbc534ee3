package colophon.storage.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Set;

/** The contract on a real server, and what processes see of each other's changes. */
@NeedsMongoDb
class MongoErasuresTest extends ErasureListContract {

    private @Nullable TestServer server;
    private @Nullable MongoInstallation database;

    @Override
    protected ErasureList open(String log) {
        return new MongoErasures(database(), log);
    }

    @AfterEach
    void drop() {
        if (database != null) database.close();
        if (server != null) server.close();
    }

    @Test
    void who_was_put_on_it_by_one_process_is_on_it_for_all() {
        var there = open("log-1");
        list.add("s-1");
        MongoErasures.receive(database(), "log-1", Set.of("s-1", "s-2"));
        assertThat(there.all()).containsExactly("s-1", "s-2");
    }

    @Test
    void is_in_a_database_of_its_own() {
        list.add("s-1");
        assertThat(database().erasures().getName()).endsWith("_erasures");
        assertThat(database().events().listCollectionNames()).doesNotContain("erasures");
        assertThat(database().keys().listCollectionNames()).doesNotContain("erasures");
    }

    private MongoInstallation database() {
        if (server == null) server = TestServer.open();
        if (database == null) database = MongoInstallation.connect(server.uri());
        return database;
    }
}
