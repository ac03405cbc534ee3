package colophon.storage.keys;

import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.MongoDatabaseOf;
import colophon.storage.sqlite.DataDirectory;

import java.nio.file.Files;

/** Takes the keys of a data directory to a MongoDB database. */
public final class KeyCopy {

    private KeyCopy() {}

    /**
     * Copies the keys, destroyed ones as destroyed; those that are there already stay, unless they
     * were destroyed here. Does nothing where there are none.
     *
     * @param log id of the log they belong to
     * @throws LogRefusedException if there are other keys
     */
    public static void copy(DataDirectory from, MongoDatabaseOf to, String log) {
        if (!Files.isRegularFile(DataDirectory.keys(from.path()))) return;
        try (var source = SqliteSeals.open(from)) {
            MongoSeals.receive(to, log, source.stored());
        }
    }
}
