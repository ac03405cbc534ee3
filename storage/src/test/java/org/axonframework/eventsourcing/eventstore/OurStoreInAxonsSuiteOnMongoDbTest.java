package org.axonframework.eventsourcing.eventstore;

import colophon.storage.log.OpenLog;
import colophon.storage.mongo.MongoLogs;
import colophon.storage.mongo.NeedsMongoDb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsMongoDb
class OurStoreInAxonsSuiteOnMongoDbTest extends OurStoreSuite {

    @Override
    OpenLog open() {
        return new MongoLogs();
    }

    /** Within 100 ms, says Axon: of a database in memory. A server may be busy just then. */
    @Test
    @Timeout(10)
    @Override
    void eventPublishedAfterOpeningStreamIsPassedToReaderImmediately() throws Exception {
        super.eventPublishedAfterOpeningStreamIsPassedToReaderImmediately();
    }
}
