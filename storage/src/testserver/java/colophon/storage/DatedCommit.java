package colophon.storage;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

import java.time.Instant;
import java.util.UUID;

/** A commit as a program makes it whose clock says something else than ours. */
public final class DatedCommit {

    private DatedCommit() {}

    /**
     * Appends the first event of a stream.
     *
     * @param type the type of the stream
     * @param at what the clock says
     */
    public static void append(
            Storage storage, String type, String stream, Object event, Instant at) {
        var work = DefaultUnitOfWork.startAndGet(null);
        storage.eventStore()
                .publish(
                        new GenericDomainEventMessage<>(
                                type,
                                stream,
                                0,
                                event,
                                MetaData.emptyInstance(),
                                UUID.randomUUID().toString(),
                                at));
        work.commit();
    }
}
