package colophon.storage.disclosures;

import colophon.storage.mongo.MongoInstallation;
import colophon.storage.sqlite.DataDirectory;

import java.nio.file.Files;

/** Copies the disclosures of a data directory to a MongoDB database. */
public final class DisclosureCopy {

    private static final int STEP = 1_000;

    private DisclosureCopy() {}

    /**
     * Copies all disclosures. Skips those that were copied before. Does nothing if there are none.
     */
    public static void copy(DataDirectory from, MongoInstallation to) {
        if (!Files.isRegularFile(SqliteDisclosures.file(from.path()))) return;
        try (var source = SqliteDisclosures.open(from);
                var target = MongoDisclosures.open(to)) {
            var some = source.all("", STEP);
            while (!some.isEmpty()) {
                target.receive(some);
                some = source.all(some.getLast().at(), STEP);
            }
        }
    }
}
