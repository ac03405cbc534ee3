package colophon.storage.operations;

import colophon.storage.log.AuditableLog;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.HashChain;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.log.StoredCommit;
import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.MongoLogReader;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.SqliteLogReader;

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
public record LogVerification(long commits, long events, String hash) {

    private static final int STEP = 512;

    /**
     * Verifies the log of a data directory, in use or not.
     *
     * @throws DamagedLogException naming the first commit that is not what was written
     */
    public static LogVerification ofDirectory(Path dataDirectory, OperationProgress progress) {
        return ofFile(DataDirectory.events(dataDirectory), progress);
    }

    /**
     * Verifies a log file, e.g. a backup: the chain, and then the structure of the file.
     *
     * @throws DamagedLogException naming the first commit that is not what was written
     */
    public static LogVerification ofFile(Path file, OperationProgress progress) {
        try (var log = SqliteLogReader.open(file)) {
            var found = of(log, progress);
            log.checkStructure();
            return found;
        }
    }

    /**
     * Verifies the log of a MongoDB database, in use or not.
     *
     * @throws LogRefusedException if there is none, or the server does not answer
     * @throws DamagedLogException naming the first commit that is not what was written
     */
    public static LogVerification ofServer(String uri, OperationProgress progress) {
        try (var database = MongoInstallation.connect(uri)) {
            return of(MongoLogReader.open(database), progress);
        }
    }

    /**
     * Verifies any log, up to its head at the start.
     *
     * @throws DamagedLogException naming the first commit that is not what was written
     */
    public static LogVerification of(AuditableLog log, OperationProgress progress) {
        var head = head(log);
        var hash = HashChain.start();
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
        return new LogVerification(head, events, HexFormat.of().formatHex(hash));
    }

    /** The hash of a commit. Throws DamagedLogException if it is not what was written. */
    static byte[] next(byte[] before, long number, StoredCommit commit) {
        if (commit.number() != number) throw new DamagedLogException(number, "it is missing");
        var digest = HashChain.digest(commit.id(), commit.events(), commit.reply());
        var hash = HashChain.next(before, number, commit.time(), digest);
        if (!MessageDigest.isEqual(hash, commit.hash()))
            throw new DamagedLogException(number, "its hash does not fit its content");
        return hash;
    }

    private static List<StoredCommit> read(AuditableLog log, long after) {
        try {
            var commits = log.records(after, STEP);
            if (commits.isEmpty()) throw new DamagedLogException(after + 1, "it is missing");
            return commits;
        } catch (LogUnavailableException _) {
            return List.of(readOne(log, after));
        }
    }

    /** Reads one by one, to find the commit that cannot be read. */
    private static StoredCommit readOne(AuditableLog log, long after) {
        try {
            return log.records(after, 1).getFirst();
        } catch (LogUnavailableException e) {
            throw new DamagedLogException(after + 1, "it cannot be read: " + e.getCause());
        }
    }

    private static long head(AuditableLog log) {
        try {
            return log.head();
        } catch (LogUnavailableException e) {
            throw new DamagedLogException(1, "the file cannot be read: " + e.getCause());
        }
    }
}
