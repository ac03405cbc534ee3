package colophon.storage.operations;

import colophon.storage.log.Chain;
import colophon.storage.log.DamagedException;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.log.Recorded;
import colophon.storage.log.Records;
import colophon.storage.mongo.MongoDatabaseOf;
import colophon.storage.mongo.MongoRecords;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.SqliteRecords;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The result of verifying the whole hash chain.
 *
 * @param commits the number of commits, each following from the previous one
 * @param events the number of events in them
 * @param hash of the last commit, in hexadecimal; a copy kept elsewhere proves the whole log
 */
public record Verification(long commits, long events, String hash) {

    private static final int STEP = 512;

    /**
     * Verifies the log of a data directory, in use or not.
     *
     * @throws DamagedException naming the first commit that is not what was written
     */
    public static Verification ofDirectory(Path dataDirectory, Progress progress) {
        return ofFile(DataDirectory.events(dataDirectory), progress);
    }

    /**
     * Verifies a log file, e.g. a backup: the chain, and then the structure of the file.
     *
     * @throws DamagedException naming the first commit that is not what was written
     */
    public static Verification ofFile(Path file, Progress progress) {
        try (var log = SqliteRecords.open(file)) {
            var found = of(log, progress);
            log.checkStructure();
            return found;
        }
    }

    /**
     * Verifies the log of a MongoDB database, in use or not.
     *
     * @throws LogRefusedException if there is none, or the server does not answer
     * @throws DamagedException naming the first commit that is not what was written
     */
    public static Verification ofServer(String uri, Progress progress) {
        try (var database = MongoDatabaseOf.connect(uri)) {
            return of(MongoRecords.open(database), progress);
        }
    }

    /**
     * Verifies any log, up to its head at the start.
     *
     * @throws DamagedException naming the first commit that is not what was written
     */
    public static Verification of(Records log, Progress progress) {
        var head = head(log);
        var hash = Chain.start();
        var done = 0L;
        var events = 0L;
        while (done < head) {
            progress.at(done, head);
            for (var commit : read(log, done)) {
                if (commit.number() > head) break;
                hash = next(hash, ++done, commit);
                events += commit.events().size();
            }
        }
        progress.at(head, head);
        return new Verification(head, events, HexFormat.of().formatHex(hash));
    }

    private static byte[] next(byte[] before, long number, Recorded commit) {
        if (commit.number() != number) throw new DamagedException(number, "it is missing");
        var digest = Chain.digest(commit.id(), commit.events(), commit.reply());
        var hash = Chain.next(before, number, commit.time(), digest);
        if (!MessageDigest.isEqual(hash, commit.hash()))
            throw new DamagedException(number, "its hash does not fit its content");
        return hash;
    }

    private static List<Recorded> read(Records log, long after) {
        try {
            var commits = log.records(after, STEP);
            if (commits.isEmpty()) throw new DamagedException(after + 1, "it is missing");
            return commits;
        } catch (LogUnavailableException _) {
            return List.of(readOne(log, after));
        }
    }

    /** Reads one by one, to find the commit that cannot be read. */
    private static Recorded readOne(Records log, long after) {
        try {
            return log.records(after, 1).getFirst();
        } catch (LogUnavailableException e) {
            throw new DamagedException(after + 1, "it cannot be read: " + e.getCause());
        }
    }

    private static long head(Records log) {
        try {
            return log.head();
        } catch (LogUnavailableException e) {
            throw new DamagedException(1, "the file cannot be read: " + e.getCause());
        }
    }
}
