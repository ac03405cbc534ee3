package colophon.storage.operations;

import colophon.storage.disclosures.SqliteDisclosures;
import colophon.storage.erasures.ErasureFile;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.Copy;
import colophon.storage.sqlite.DataDirectory;

import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of what is kept, made while it is in use. Events and keys never go into one file. */
public final class Backup {

    private Backup() {}

    /**
     * Copies the log, as it is at one moment, to a new file, and verifies the copy before it gets
     * its name. Holds no keys: without them what identifies a person in it cannot be read. The list
     * of erasures is copied beside it.
     *
     * @throws LogRefusedException if the target is there already or the source is not
     */
    public static Verification log(Path dataDirectory, Path target, Progress progress) {
        var source = DataDirectory.events(dataDirectory);
        refuse(source, target);
        var unfinished = unfinished(target);
        Copy.live(source, unfinished);
        try {
            var found = Verification.ofFile(unfinished, progress);
            Copy.rename(unfinished, target);
            erasures(dataDirectory, target);
            return found;
        } finally {
            Copy.delete(unfinished);
        }
    }

    /**
     * Copies the keys to a new file that only its owner may read, and the list of erasures beside
     * it. Keep it apart from the log's.
     *
     * @throws LogRefusedException if the target is there already or the source is not
     */
    public static void keys(Path dataDirectory, Path target) {
        var source = DataDirectory.keys(dataDirectory);
        refuse(source, target);
        var unfinished = unfinished(target);
        Copy.live(source, unfinished);
        Copy.rename(unfinished, target);
        erasures(dataDirectory, target);
    }

    /** The list goes with both: the newest one is needed, from wherever it is found. */
    private static void erasures(Path dataDirectory, Path target) {
        ErasureFile.merge(ErasureFile.in(dataDirectory), ErasureFile.beside(target));
    }

    /**
     * Copies who was shown whose records to a new file; does nothing where nobody was.
     *
     * @return true if there was something to copy
     * @throws LogRefusedException if the target is there already
     */
    public static boolean disclosures(Path dataDirectory, Path target) {
        var source = SqliteDisclosures.file(dataDirectory);
        if (!Files.isRegularFile(source)) return false;
        refuse(source, target);
        var unfinished = unfinished(target);
        Copy.live(source, unfinished);
        Copy.rename(unfinished, target);
        return true;
    }

    /** Where the disclosures go that belong to a copy of the log. */
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
