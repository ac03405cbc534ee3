package colophon.storage.axon;

import colophon.commands.loading.StreamPlace;
import colophon.storage.log.LogEvent;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * A stored event in the form that Axon asks for, at one of its places. Axon's own class formats the
 * time as text and parses it again.
 */
record StoredEventEntry(LogEvent event, StreamPlace place) implements DomainEventData<byte[]> {

    /** The event at the place in its own stream. */
    static StoredEventEntry own(LogEvent event) {
        return new StoredEventEntry(event, event.own());
    }

    /** The event at its place in this stream, in which it lies. */
    static StoredEventEntry in(String stream, LogEvent event) {
        return new StoredEventEntry(event, Objects.requireNonNull(event.placeIn(stream)));
    }

    @Override
    public @Nullable String getType() {
        return place.type();
    }

    @Override
    public @Nullable String getAggregateIdentifier() {
        return event.isAlone() ? null : place.stream();
    }

    @Override
    public long getSequenceNumber() {
        return place.sequence();
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
