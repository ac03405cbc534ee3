package colophon.commands.loading;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

import java.util.List;
import java.util.Map;

/**
 * An event that lies in several streams. The log stores it once, with a place in each of them. Who
 * reads one of the streams gets an ordinary message with the place there; who reads the whole log
 * gets it once, with the place in its own stream.
 *
 * @param <T> the payload
 */
public final class SharedEventMessage<T> extends GenericDomainEventMessage<T> {

    private final List<StreamPlace> others;

    /**
     * The event with places in other streams.
     *
     * @param event the event and its place in its own stream
     * @param others the other places, each in another stream and with a type
     */
    public SharedEventMessage(DomainEventMessage<T> event, List<StreamPlace> others) {
        this(event, event.getMetaData(), List.copyOf(others));
    }

    private SharedEventMessage(
            DomainEventMessage<T> event, Map<String, ?> metadata, List<StreamPlace> others) {
        super(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                metadata,
                event.getIdentifier(),
                event.getTimestamp());
        this.others = others;
    }

    /** The places in streams other than its own. */
    public List<StreamPlace> others() {
        return others;
    }

    @Override
    public SharedEventMessage<T> withMetaData(Map<String, ?> metadata) {
        return new SharedEventMessage<>(this, metadata, others);
    }

    @Override
    public SharedEventMessage<T> andMetaData(Map<String, ?> metadata) {
        return withMetaData(getMetaData().mergedWith(metadata));
    }
}
