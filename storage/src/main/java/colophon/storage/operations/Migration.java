package colophon.storage.operations;

import colophon.storage.disclosures.DisclosureCopy;
import colophon.storage.erasures.ErasureFile;
import colophon.storage.erasures.MongoErasures;
import colophon.storage.keys.KeyCopy;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.HashChain;
import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.MongoLogReceiver;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.SqliteLogReader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** Moves an installation from a data directory to MongoDB. The log keeps all its positions. */
public final class Migration {

    private static final int STEP = 256;

    private Migration() {}

    /**
     * Copies what the database does not have yet: commits after its last one, replies, the list of
     * erasures, keys, and disclosures. Holds the directory meanwhile, and does not change it. An
     * interrupted copy goes on when this is called again.
     *
     * @return how many commits were copied this time
     * @throws LogRefusedException if the directory is in use or has no log, if the server cannot
     *     keep one, or if the database holds another log or has newer commits of this one
     * @throws DamagedLogException naming the first commit that is not what was written; it and all
     *     later ones are not copied
     */
    public static long copy(Path dataDirectory, String uri, OperationProgress progress) {
        var file = DataDirectory.events(dataDirectory);
        if (!Files.isRegularFile(file)) throw new LogRefusedException("There is no log at " + file);
        try (var directory = DataDirectory.open(dataDirectory);
                var source = SqliteLogReader.open(file);
                var database = MongoInstallation.connect(uri)) {
            var target = MongoLogReceiver.open(database, source.id());
            var copied = commits(source, target, database.description(), progress);
            replies(source, target);
            var erased = ErasureFile.read(ErasureFile.in(dataDirectory));
            MongoErasures.receive(database, source.id(), erased);
            KeyCopy.copy(directory, database, source.id());
            DisclosureCopy.copy(directory, database);
            return copied;
        }
    }

    /**
     * Verifies the whole chain of the copy, and then allows its use.
     *
     * @throws DamagedLogException naming the first commit that is not what was written
     * @throws LogRefusedException if the copy is not complete
     */
    public static LogVerification finish(
            Path dataDirectory, String uri, OperationProgress progress) {
        try (var source = SqliteLogReader.open(DataDirectory.events(dataDirectory));
                var database = MongoInstallation.connect(uri)) {
            var target = MongoLogReceiver.open(database, source.id());
            var found = LogVerification.of(target.records(), progress);
            var last = HexFormat.of().formatHex(hash(source));
            if (!found.hash().equals(last))
                throw new LogRefusedException(
                        "%s does not end as %s does; run colophon migrate again"
                                .formatted(database.description(), dataDirectory));
            target.finish();
            return found;
        }
    }

    private static long commits(
            SqliteLogReader source,
            MongoLogReceiver target,
            String description,
            OperationProgress progress) {
        var head = source.head();
        var done = target.head();
        var hash = HashChain.start();
        if (done > 0) {
            if (done > head)
                throw new LogRefusedException(
                        "%s has %d commits and the data directory only %d: it was used after the copy, and is not overwritten"
                                .formatted(description, done, head));
            hash = source.records(done - 1, 1).getFirst().hash();
            // Each hash builds on the previous one, so equal hashes mean that all earlier commits
            // are equal.
            if (!Arrays.equals(hash, target.records().records(done - 1, 1).getFirst().hash()))
                throw new LogRefusedException(
                        "Commit %d at %s is not that of the data directory: the two logs differ; name another database in the URI"
                                .formatted(done, description));
        }
        var before = done;
        while (done < head) {
            progress.at(done, head);
            var some = source.records(done, STEP);
            for (var commit : some) hash = LogVerification.next(hash, ++done, commit);
            target.take(some);
        }
        progress.at(head, head);
        return head - before;
    }

    private static void replies(SqliteLogReader source, MongoLogReceiver target) {
        var some = source.keptReplies("", STEP);
        while (!some.isEmpty()) {
            target.keep(some);
            some = source.keptReplies(some.getLast().commandId(), STEP);
        }
    }

    private static byte[] hash(SqliteLogReader source) {
        var head = source.head();
        return head == 0 ? HashChain.start() : source.records(head - 1, 1).getFirst().hash();
    }
}
