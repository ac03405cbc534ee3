package org.axonframework.eventsourcing.eventstore;

import colophon.storage.log.OpenLog;
import colophon.storage.mongo.MongoLogs;
import colophon.storage.mongo.NeedsMongoDb;

@NeedsMongoDb
class OurStoreInAxonsSuiteOnMongoDbTest extends OurStoreSuite {

    @Override
    OpenLog open() {
        return new MongoLogs();
    }
}
