package colophon.storage.axon;

import colophon.storage.log.LogEvent;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A stored event in the form that Axon asks for. Axon's own class formats the time as text and
 * parses it again.
 */
record StoredEventEntry(LogEvent event) implements DomainEventData<byte[]> {

    @Override
    public @Nullable String getType() {
        return event.type();
    }

    @Override
    public @Nullable String getAggregateIdentifier() {
        return event.isAlone() ? null : event.stream();
    }

    @Override
    public long getSequenceNumber() {
        return event.sequence();
    }

    @Override
    public String getEventIdentifier() {
        return event.id();
    }

    @Override
    public Instant getTimestamp() {
        return Instant.ofEpochMilli(event.timestamp());
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(event.metadata(), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(
                event.payload(), byte[].class, event.name(), event.revision());
    }
}
