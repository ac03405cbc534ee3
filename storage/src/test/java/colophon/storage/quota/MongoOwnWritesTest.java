package colophon.storage.quota;

import colophon.commands.desk.OwnWrites;
import colophon.storage.mongo.MongoDatabaseOf;
import colophon.storage.mongo.MongoOwnWrites;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class MongoOwnWritesTest extends OwnWritesContract {

    private @Nullable TestServer server;
    private MongoDatabaseOf database;

    @Override
    protected OwnWrites open() {
        var there = server == null ? TestServer.open() : server;
        server = there;
        database = MongoDatabaseOf.connect(there.uri());
        return new MongoOwnWrites(database.events());
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
