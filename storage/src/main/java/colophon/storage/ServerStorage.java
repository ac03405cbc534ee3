package colophon.storage;

import colophon.commands.gateway.StudentWriteCounts;
import colophon.commands.imports.claim.ImportClaims;
import colophon.events.privacy.Seals;
import colophon.storage.disclosures.MongoDisclosures;
import colophon.storage.erasures.ErasureList;
import colophon.storage.erasures.MongoErasures;
import colophon.storage.imports.MongoImportClaims;
import colophon.storage.keys.MongoSeals;
import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.MongoCommitLog;
import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.MongoStudentWriteCounts;
import colophon.storage.views.MongoViews;
import colophon.views.ViewsConfiguration;
import colophon.views.disclosure.Disclosures;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The storage of the server mode: databases that several processes share. */
public final class ServerStorage extends Storage {

    /** Longer than any pause of a healthy process. */
    private static final Duration SILENCE = Duration.ofMillis(10L * ImportClaims.HEARD_OF_EVERY);

    private final MongoInstallation database;
    private final MongoSeals seals;
    private final MongoDisclosures disclosures;

    private ServerStorage(MongoInstallation database, MongoCommitLog log, MongoSeals seals) {
        super(log, 5);
        this.database = database;
        this.seals = seals;
        this.disclosures = MongoDisclosures.open(database);
    }

    /**
     * Opens the databases of a URI. Creates them if they do not exist.
     *
     * @throws LogRefusedException if the server cannot keep a log, or a database belongs to another
     *     log; the message is one line for the person at the terminal
     */
    public static ServerStorage open(String uri) {
        var database = MongoInstallation.connect(uri);
        try {
            var log = MongoCommitLog.open(database);
            try {
                return new ServerStorage(database, log, MongoSeals.open(database, log.id()));
            } catch (RuntimeException e) {
                log.close();
                throw e;
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The client and its databases, for other data in them. */
    public MongoInstallation database() {
        return database;
    }

    /**
     * The views for this process. They are not started yet.
     *
     * @param segments the number of segments for the records of the next generation that is begun
     *     here; if empty, the number stays as it is
     * @param claimTimeout another process may take a segment after its owner was silent for so long
     * @param clock decides what "today" is for queries
     */
    public MongoViews views(OptionalInt segments, Duration claimTimeout, Clock clock) {
        return new MongoViews(
                new MongoViews.Settings(
                        database.events(),
                        id(),
                        ViewsConfiguration.VIEWS,
                        ViewsConfiguration.CATALOG,
                        "" + UUID.randomUUID(),
                        segments,
                        claimTimeout,
                        clock),
                this::head);
    }

    /** The claims of processes on imports; this process is one of them. */
    public ImportClaims claims() {
        return new MongoImportClaims(database.events(), "" + UUID.randomUUID(), SILENCE);
    }

    @Override
    public Seals seals() {
        return seals;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public ErasureList erasures() {
        return new MongoErasures(database, id());
    }

    @Override
    public StudentWriteCounts ownWrites() {
        return new MongoStudentWriteCounts(database.events());
    }

    @Override
    public Disclosures disclosures() {
        return disclosures;
    }

    /** Always empty: everything is in the same server as the log. */
    @Override
    public Optional<String> troubleBeside() {
        return Optional.empty();
    }

    @Override
    public void close() {
        super.close();
        seals.close();
        disclosures.close();
        database.close();
    }
}
