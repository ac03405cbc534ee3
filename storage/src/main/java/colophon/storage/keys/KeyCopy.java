package colophon.storage.keys;

import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.MongoInstallation;
import colophon.storage.sqlite.DataDirectory;

import java.nio.file.Files;

/** Copies the keys of a data directory to a MongoDB database. */
public final class KeyCopy {

    private KeyCopy() {}

    /**
     * Copies the keys, and the marks of destroyed ones. Existing keys stay, unless they were
     * destroyed in the data directory. Does nothing if there are none.
     *
     * @param log id of the log they belong to
     * @throws LogRefusedException if the database has other keys
     */
    public static void copy(DataDirectory from, MongoInstallation to, String log) {
        if (!Files.isRegularFile(DataDirectory.keys(from.path()))) return;
        try (var source = SqliteSeals.open(from)) {
            MongoSeals.receive(to, log, source.stored());
        }
    }
}
