package colophon.storage.sqlite;

import static colophon.storage.log.SampleEvents.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.loading.StreamPlace;
import colophon.storage.log.Commit;
import colophon.storage.log.LogEvent;
import colophon.storage.log.SampleEvents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The recorded process. It appends groups of one to four commits, and writes each acknowledged
 * number as a line to standard error. Then it halts.
 */
final class CrashChild {

    private CrashChild() {}

    public static void main(String[] arguments) {
        var file = Path.of(arguments[0]);
        var log =
                SqliteCommitLog.open(
                        file,
                        path -> {
                            var connection = SqliteSchema.writer(path, arguments[1]);
                            // Often, so that the recording holds many checkpoints.
                            Sql.run(connection, "PRAGMA wal_autocheckpoint=25");
                            return connection;
                        });
        acknowledged(0);
        var commits = Integer.parseInt(arguments[2]);
        for (var i = 0; i < commits; ) {
            var group = new ArrayList<CompletableFuture<Long>>();
            for (var end = Math.min(commits, i + 1 + i % 4); i < end; i++)
                group.add(log.append(commit(i)));
            for (var answer : group) acknowledged(answer.join());
        }
        Runtime.getRuntime().halt(0);
    }

    private static void acknowledged(long number) {
        var line = ("ACK" + number + "\n").getBytes(UTF_8);
        System.err.write(line, 0, line.length);
        System.err.flush();
    }

    private static Commit commit(int i) {
        var events = new ArrayList<>(List.of(event(place("s" + i, 0))));
        if (i % 3 == 0) events.add(event(place("s" + i, 1)));
        if (i % 2 == 0)
            events.add(event(place("t" + i, 0), place("s" + i, events.size()), place("u", i / 2)));
        return Commit.of(events, null);
    }

    private static LogEvent event(StreamPlace... places) {
        return SampleEvents.event(1, new byte[300], places);
    }
}
