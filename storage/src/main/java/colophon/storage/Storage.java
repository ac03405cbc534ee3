package colophon.storage;

import colophon.commands.gateway.StudentWriteCounts;
import colophon.commands.reply.ReplyStore;
import colophon.events.privacy.Seals;
import colophon.storage.axon.CommitLogEngine;
import colophon.storage.axon.CommitLogEventStore;
import colophon.storage.axon.LogPastEvents;
import colophon.storage.axon.Serializers;
import colophon.storage.erasures.ErasureList;
import colophon.storage.log.CommitLog;
import colophon.storage.log.DurableLog;
import colophon.views.disclosure.Disclosures;
import colophon.views.reading.past.PastEvents;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;

import java.util.Optional;

/** The storage of an installation, independent of the kind of database. */
public abstract class Storage implements AutoCloseable {

    private final DurableLog log;
    private final CommitLogEngine engine;
    private final CommitLogEventStore store;

    /** {@code pollMillis} is the interval for finding commits of other processes. */
    Storage(DurableLog log, long pollMillis) {
        this.log = log;
        this.engine = CommitLogEngine.ofFacts(log, Serializers.events());
        this.store = CommitLogEventStore.over(engine).pollMillis(pollMillis).build();
    }

    /** Axon's event store. Its streams notify their processors of new events. */
    public final EventStore eventStore() {
        return store;
    }

    /** The storage engine below the event store. */
    public final EventStorageEngine engine() {
        return engine;
    }

    /** Reads the log for questions about the past. */
    public final PastEvents past() {
        return new LogPastEvents(engine);
    }

    /** The stored answers to commands. */
    public final ReplyStore replies() {
        return log;
    }

    /** The keys of the students. */
    public abstract Seals seals();

    /** True if other processes write the same log. */
    public abstract boolean isShared();

    /** The list of erased students. */
    public abstract ErasureList erasures();

    /** Counts the commands that each student has sent. */
    public abstract StudentWriteCounts ownWrites();

    /** Keeps who was shown the records of which student. */
    public abstract Disclosures disclosures();

    /** The log. */
    public final CommitLog log() {
        return log;
    }

    /** The id of the log. Views, tokens and keys of this log carry it. */
    public final String id() {
        return log.id();
    }

    /** Number of the last commit by any process; 0 for an empty log. */
    public final long head() {
        return log.head();
    }

    /** One line that says why the log takes no commits now; empty if it does. */
    public final Optional<String> trouble() {
        return log.trouble();
    }

    /**
     * One line that says why keys, accounts or disclosures cannot be read or written now; empty if
     * they can.
     */
    public abstract Optional<String> troubleBeside();

    /** Appends the commits accepted so far, then releases all resources. */
    @Override
    public void close() {
        store.shutDown();
        log.close();
    }
}
