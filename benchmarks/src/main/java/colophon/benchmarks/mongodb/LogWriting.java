package colophon.benchmarks.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.benchmarks.append.Payload;
import colophon.benchmarks.append.Writing;
import colophon.commands.loading.StreamPlace;
import colophon.storage.log.Commit;
import colophon.storage.log.LogEvent;
import colophon.storage.mongo.MongoCommitLog;
import colophon.storage.mongo.MongoInstallation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Our commit log on MongoDB through its own interface. The payload is already serialized. */
final class LogWriting implements Writing {

    private static final byte[] PAYLOAD =
            ("{\"text\":\"" + Payload.EXAMPLE.text() + "\"}").getBytes(UTF_8);
    private static final byte[] METADATA = "{}".getBytes(UTF_8);

    private final MongoInstallation database;
    private final MongoCommitLog log;

    LogWriting(String uri) {
        database = MongoInstallation.connect(uri);
        log = MongoCommitLog.open(database);
    }

    @Override
    public void commit(String stream, long firstSequence, int events) {
        log.appendHere(commitOf(stream, firstSequence, events)).join();
    }

    MongoCommitLog log() {
        return log;
    }

    static Commit commitOf(String stream, long firstSequence, int events) {
        var all = new ArrayList<LogEvent>(events);
        for (int i = 0; i < events; i++)
            all.add(
                    new LogEvent(
                            List.of(new StreamPlace(stream, firstSequence + i, "thing")),
                            UUID.randomUUID().toString(),
                            System.currentTimeMillis(),
                            Payload.class.getName(),
                            null,
                            PAYLOAD,
                            METADATA));
        return Commit.of(all, null);
    }

    @Override
    public void close() {
        log.close();
        database.close();
    }
}
