package colophon.storage;

import colophon.commands.desk.OwnWrites;
import colophon.commands.reply.Replies;
import colophon.events.privacy.Seals;
import colophon.storage.erasures.ErasureList;
import colophon.storage.log.CommitLog;
import colophon.views.disclosure.Disclosures;
import colophon.views.reading.past.Log;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;

import java.util.Optional;

/** Where an installation keeps its events and its keys, whatever database that is. */
public interface Storage extends AutoCloseable {

    /** Axon's event store; its streams tell their processors when there is something. */
    EventStore eventStore();

    /** What lies below the event store. */
    EventStorageEngine engine();

    /** The log for those who ask about the past. */
    Log past();

    /** The answers given to commands. */
    default Replies replies() {
        return log();
    }

    /** The keys of the students. */
    Seals seals();

    /** True if other processes write the same log. */
    boolean isShared();

    /** The students who were erased. */
    ErasureList erasures();

    /** How many commands each student has sent. */
    OwnWrites ownWrites();

    /** Who was shown whose records. */
    Disclosures disclosures();

    /** The log itself. */
    CommitLog log();

    /** Number of the last commit, of whichever process; 0 while there is none. */
    default long head() {
        return log().head();
    }

    /** What keeps the log from taking anything now, in one line; empty while all is well. */
    Optional<String> trouble();

    /**
     * What keeps anything that is kept beside the log, keys, accounts or disclosures, from being
     * read or written now, in one line; empty while all is well.
     */
    Optional<String> troubleBeside();

    /** The serializer of events. */
    Serializer eventSerializer();

    /** The serializer of tokens, snapshots and messages. */
    Serializer generalSerializer();

    /** Appends what was accepted, then gives free what is held. */
    @Override
    void close();
}
