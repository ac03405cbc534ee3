package colophon.storage.operations;

import colophon.storage.disclosures.SqliteDisclosures;
import colophon.storage.erasures.ErasureFile;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.LogCopy;

import java.nio.file.Files;
import java.nio.file.Path;

/** Backs up an installation while it is in use. Events and keys never go into one file. */
public final class Backup {

    private Backup() {}

    /**
     * Copies the log, as it is at one moment, to a new file. Verifies the copy before it gets its
     * name. The copy holds no keys, so personal data in it cannot be read. Copies the list of
     * erasures beside it.
     *
     * @throws LogRefusedException if the target exists or the source does not
     */
    public static LogVerification log(Path dataDirectory, Path target, OperationProgress progress) {
        var source = DataDirectory.events(dataDirectory);
        refuse(source, target);
        var unfinished = unfinished(target);
        LogCopy.ofOpenDatabase(source, unfinished);
        try {
            var found = LogVerification.ofFile(unfinished, progress);
            LogCopy.rename(unfinished, target);
            erasures(dataDirectory, target);
            return found;
        } finally {
            LogCopy.delete(unfinished);
        }
    }

    /**
     * Copies the keys to a new file that only its owner may read, and the list of erasures beside
     * it. Keep it apart from the backup of the log.
     *
     * @throws LogRefusedException if the target exists or the source does not
     */
    public static void keys(Path dataDirectory, Path target) {
        copy(DataDirectory.keys(dataDirectory), target);
        erasures(dataDirectory, target);
    }

    /** The list goes with both backups, because a restore needs the newest list there is. */
    private static void erasures(Path dataDirectory, Path target) {
        ErasureFile.merge(ErasureFile.in(dataDirectory), ErasureFile.beside(target));
    }

    /**
     * Copies the disclosures to a new file. Does nothing if there are none.
     *
     * @return true if there was something to copy
     * @throws LogRefusedException if the target exists
     */
    public static boolean disclosures(Path dataDirectory, Path target) {
        var source = SqliteDisclosures.file(dataDirectory);
        if (!Files.isRegularFile(source)) return false;
        copy(source, target);
        return true;
    }

    private static void copy(Path source, Path target) {
        refuse(source, target);
        var unfinished = unfinished(target);
        LogCopy.ofOpenDatabase(source, unfinished);
        LogCopy.rename(unfinished, target);
    }

    /** The file for the disclosures that go with a backup of the log. */
    public static Path disclosuresBeside(Path log) {
        return log.resolveSibling(log.getFileName() + ".disclosures");
    }

    private static void refuse(Path source, Path target) {
        if (!Files.isRegularFile(source))
            throw new LogRefusedException("There is nothing to back up at " + source);
        if (Files.exists(target)) throw new LogRefusedException(target + " is there already");
    }

    private static Path unfinished(Path target) {
        return target.resolveSibling(target.getFileName() + ".unfinished");
    }
}
