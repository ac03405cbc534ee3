package colophon.storage;

import colophon.commands.gateway.StudentWriteCounts;
import colophon.commands.imports.claim.ImportClaims;
import colophon.events.privacy.Seals;
import colophon.storage.axon.CommitLogEngine;
import colophon.storage.axon.CommitLogEventStore;
import colophon.storage.axon.LogPastEvents;
import colophon.storage.axon.Serializers;
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
import colophon.views.reading.past.PastEvents;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The storage of the server mode: databases that several processes share. */
public final class ServerStorage implements Storage {

    /** Longer than any pause of a healthy process. */
    private static final Duration SILENCE = Duration.ofMillis(10L * ImportClaims.HEARD_OF_EVERY);

    private final MongoInstallation database;
    private final MongoCommitLog log;
    private final MongoSeals seals;
    private final MongoDisclosures disclosures;
    private final Serializer events = Serializers.events();
    private final Serializer general = Serializers.general();
    private final CommitLogEngine engine;
    private final CommitLogEventStore store;

    private ServerStorage(MongoInstallation database, MongoCommitLog log, MongoSeals seals) {
        this.database = database;
        this.log = log;
        this.seals = seals;
        this.disclosures = MongoDisclosures.open(database);
        this.engine = CommitLogEngine.ofFacts(log, events, general);
        this.store = CommitLogEventStore.over(engine).pollMillis(5).build();
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

    /** The id of the log. Views, tokens and keys of this log carry it. */
    public String id() {
        return log.id();
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
                        general,
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
    public EventStore eventStore() {
        return store;
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public PastEvents past() {
        return new LogPastEvents(engine);
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
        return new MongoErasures(database, log.id());
    }

    @Override
    public StudentWriteCounts ownWrites() {
        return new MongoStudentWriteCounts(database.events());
    }

    @Override
    public Disclosures disclosures() {
        return disclosures;
    }

    @Override
    public MongoCommitLog log() {
        return log;
    }

    @Override
    public Optional<String> trouble() {
        return log.trouble();
    }

    /** Always empty: everything is in the same server as the log. */
    @Override
    public Optional<String> troubleBeside() {
        return Optional.empty();
    }

    @Override
    public Serializer eventSerializer() {
        return events;
    }

    @Override
    public void close() {
        store.shutDown();
        log.close();
        seals.close();
        disclosures.close();
        database.close();
    }
}
