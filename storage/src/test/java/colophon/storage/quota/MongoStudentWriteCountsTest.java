package colophon.storage.quota;

import colophon.commands.gateway.StudentWriteCounts;
import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.MongoStudentWriteCounts;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class MongoStudentWriteCountsTest extends StudentWriteCountsContract {

    private @Nullable TestServer server;
    private MongoInstallation database;

    @Override
    protected StudentWriteCounts open() {
        var there = server == null ? TestServer.open() : server;
        server = there;
        database = MongoInstallation.connect(there.uri());
        return new MongoStudentWriteCounts(database.events());
    }

    @Override
    protected void shut() {
        database.close();
    }

    @AfterEach
    void drop() {
        if (server != null) server.close();
    }
}
