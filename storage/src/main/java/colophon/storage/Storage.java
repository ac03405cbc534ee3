package colophon.storage;

import colophon.commands.gateway.StudentWriteCounts;
import colophon.commands.reply.ReplyStore;
import colophon.events.privacy.Seals;
import colophon.storage.erasures.ErasureList;
import colophon.storage.log.CommitLog;
import colophon.views.disclosure.Disclosures;
import colophon.views.reading.past.PastEvents;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;

import java.util.Optional;

/** The storage of an installation, independent of the kind of database. */
public interface Storage extends AutoCloseable {

    /** Axon's event store. Its streams notify their processors of new events. */
    EventStore eventStore();

    /** The storage engine below the event store. */
    EventStorageEngine engine();

    /** Reads the log for questions about the past. */
    PastEvents past();

    /** The stored answers to commands. */
    default ReplyStore replies() {
        return log();
    }

    /** The keys of the students. */
    Seals seals();

    /** True if other processes write the same log. */
    boolean isShared();

    /** The list of erased students. */
    ErasureList erasures();

    /** Counts the commands that each student has sent. */
    StudentWriteCounts ownWrites();

    /** Keeps who was shown the records of which student. */
    Disclosures disclosures();

    /** The log. */
    CommitLog log();

    /** Number of the last commit by any process; 0 for an empty log. */
    default long head() {
        return log().head();
    }

    /** One line that says why the log takes no commits now; empty if it does. */
    Optional<String> trouble();

    /**
     * One line that says why keys, accounts or disclosures cannot be read or written now; empty if
     * they can.
     */
    Optional<String> troubleBeside();

    /** The serializer of events. */
    Serializer eventSerializer();

    /** Appends the commits accepted so far, then releases all resources. */
    @Override
    void close();
}
