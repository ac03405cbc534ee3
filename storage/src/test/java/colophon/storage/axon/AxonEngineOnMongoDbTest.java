package colophon.storage.axon;

import colophon.storage.log.OpenLog;
import colophon.storage.mongo.MongoLogs;
import colophon.storage.mongo.NeedsMongoDb;

@NeedsMongoDb
class AxonEngineOnMongoDbTest extends AxonsEngineSuite {

    @Override
    OpenLog open() {
        return new MongoLogs();
    }
}
