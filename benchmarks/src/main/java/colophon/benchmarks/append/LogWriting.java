package colophon.benchmarks.append;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.loading.StreamPlace;
import colophon.storage.log.Commit;
import colophon.storage.log.LogEvent;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.SqliteCommitLog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Our commit log through its own interface. The payload is already serialized. */
public final class LogWriting implements Writing {

    private static final byte[] PAYLOAD =
            ("{\"text\":\"" + Payload.EXAMPLE.text() + "\"}").getBytes(UTF_8);
    private static final byte[] METADATA = "{}".getBytes(UTF_8);

    private final DataDirectory directory;
    private final SqliteCommitLog log;

    public LogWriting(Path path) {
        directory = DataDirectory.open(path);
        log = SqliteCommitLog.open(directory);
    }

    @Override
    public void commit(String stream, long firstSequence, int events) {
        var all = new ArrayList<LogEvent>(events);
        for (int i = 0; i < events; i++)
            all.add(
                    new LogEvent(
                            List.of(new StreamPlace(stream, firstSequence + i, "thing")),
                            UUID.randomUUID().toString(),
                            System.currentTimeMillis(),
                            "benchmark",
                            "1",
                            PAYLOAD,
                            METADATA));
        log.appendHere(Commit.of(all, null)).join();
    }

    @Override
    public void close() {
        log.close();
        directory.close();
    }
}
