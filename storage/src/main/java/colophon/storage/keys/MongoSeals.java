package colophon.storage.keys;

import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;
import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.MongoDatabaseOf;

import org.jspecify.annotations.Nullable;

/** The keys of the students in a MongoDB database of their own, for several processes. */
public final class MongoSeals implements Seals, AutoCloseable {

    private MongoSeals() {}

    /**
     * Opens the keys that belong to a log, made if they are not there.
     *
     * @param log id of the log
     * @throws LogRefusedException if they belong to another log, or are not of a version we know
     */
    public static MongoSeals open(MongoDatabaseOf database, String log) {
        throw new UnsupportedOperationException(database.description() + log);
    }

    @Override
    public Sealed seal(String studentId, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable String open(String studentId, Sealed sealed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String fingerprint(String studentId, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] digest(byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(String studentId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
