package colophon.storage.operations;

import colophon.storage.disclosures.SqliteDisclosures;
import colophon.storage.erasures.ErasureFile;
import colophon.storage.keys.SqliteSeals;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.LogCopy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Restores backups. It never overwrites anything, and never restores damaged data. */
public final class Restore {

    private Restore() {}

    /**
     * Creates a data directory from a backup of the log.
     *
     * @throws LogRefusedException if the directory is in use or holds a log already
     * @throws DamagedLogException if the backup is not what was written; then nothing is restored
     */
    public static LogVerification log(Path backup, Path dataDirectory, OperationProgress progress) {
        refuse(backup, DataDirectory.events(dataDirectory));
        try (var directory = DataDirectory.open(dataDirectory)) {
            var target = DataDirectory.events(directory.path());
            refuse(backup, target);
            var unfinished = target.resolveSibling("events.db.unfinished");
            LogCopy.ofClosedFile(backup, unfinished);
            try {
                var found = LogVerification.ofFile(unfinished, progress);
                LogCopy.rename(unfinished, target);
                return found;
            } finally {
                LogCopy.delete(unfinished);
            }
        }
    }

    /**
     * Puts a backup of the keys into a data directory.
     *
     * @throws LogRefusedException if the directory is in use or holds keys already
     */
    public static void keys(Path backup, Path dataDirectory) {
        place(backup, dataDirectory, DataDirectory.keys(dataDirectory));
    }

    /**
     * Adds students erased since the backup to the list of a restored data directory, and destroys
     * their keys there.
     *
     * @param lists all lists that can be found: those beside the backups, and newer ones
     * @return how many students are erased in all
     * @throws LogRefusedException if the directory is in use, or a file is not such a list
     */
    public static int erasures(Collection<Path> lists, Path dataDirectory) {
        try (var directory = DataDirectory.open(dataDirectory)) {
            var target = ErasureFile.in(directory.path());
            for (var list : lists) ErasureFile.merge(list, target);
            var erased = ErasureFile.read(target);
            if (erased.isEmpty() || !Files.exists(DataDirectory.keys(dataDirectory)))
                return erased.size();
            try (var seals = SqliteSeals.open(directory)) {
                erased.forEach(seals::destroy);
            }
            return erased.size();
        }
    }

    /**
     * Puts a backup of the disclosures into a data directory. Does nothing if there is none.
     *
     * @return true if there was one
     * @throws LogRefusedException if the directory is in use or holds disclosures already
     */
    public static boolean disclosures(Path backup, Path dataDirectory) {
        if (!Files.isRegularFile(backup)) return false;
        place(backup, dataDirectory, SqliteDisclosures.file(dataDirectory));
        return true;
    }

    private static void place(Path backup, Path dataDirectory, Path target) {
        try (var _ = DataDirectory.open(dataDirectory)) {
            refuse(backup, target);
            var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
            LogCopy.ofClosedFile(backup, unfinished);
            LogCopy.rename(unfinished, target);
        }
    }

    private static void refuse(Path backup, Path target) {
        if (!Files.isRegularFile(backup))
            throw new LogRefusedException("There is no backup at " + backup);
        if (Files.exists(target))
            throw new LogRefusedException(
                    target + " is there already; restore into an empty directory");
    }
}
