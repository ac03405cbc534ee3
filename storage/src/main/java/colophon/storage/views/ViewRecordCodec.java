package colophon.storage.views;

import colophon.events.EventTypes;
import colophon.events.account.AccountEvent;
import colophon.events.transcript.TranscriptEvent;
import colophon.storage.axon.Serializers;
import colophon.views.history.EventIndex;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the records of views as JSON: exact amounts, events under their stored names, no class
 * names. Refuses unknown fields. The same record always has the same text, so that rebuilt records
 * can be compared with stored ones.
 */
final class ViewRecordCodec {

    /** The event types that records contain without naming the type. */
    private static final List<Class<?>> KINDS = List.of(AccountEvent.class, TranscriptEvent.class);

    private final JsonMapper json = mapper();

    /** A record as text. Throws IllegalStateException for a value without a JSON form. */
    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("A record cannot be written: " + e.getMessage(), e);
        }
    }

    /** Reads a record. Throws IllegalStateException if the text is not a record of that type. */
    <V> V read(String text, Class<V> type) {
        try {
            return json.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "A %s cannot be read: %s".formatted(type.getSimpleName(), e.getMessage()), e);
        }
    }

    private static JsonMapper mapper() {
        var builder = Serializers.strict(JsonMapper.builder());
        for (var kind : KINDS) {
            builder.addMixIn(kind, WithTypeName.class);
            EventTypes.of(kind)
                    .map(event -> new NamedType(event, EventTypes.name(event)))
                    .forEach(builder::registerSubtypes);
        }
        var indexes = new SimpleModule("event-index");
        indexes.addSerializer(new IndexAsSteps());
        indexes.addDeserializer(EventIndex.class, new StepsAsIndex());
        return builder.addModule(indexes).build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface WithTypeName {}

    /**
     * Writes each place as the distance from the previous one: an event rewrites a whole index, so
     * it should be short.
     */
    private static final class IndexAsSteps extends StdSerializer<EventIndex> {

        IndexAsSteps() {
            super(EventIndex.class);
        }

        @Override
        public void serialize(
                EventIndex eventIndex, JsonGenerator to, SerializationContext context) {
            to.writeStartArray();
            long before = 0;
            for (var place : eventIndex.all()) {
                to.writeNumber(place - before);
                before = place;
            }
            to.writeEndArray();
        }
    }

    private static final class StepsAsIndex extends StdDeserializer<EventIndex> {

        StepsAsIndex() {
            super(EventIndex.class);
        }

        @Override
        public EventIndex deserialize(JsonParser from, DeserializationContext context) {
            var places = new ArrayList<Long>();
            long place = 0;
            while (from.nextToken() != JsonToken.END_ARRAY) {
                place += from.getLongValue();
                places.add(place);
            }
            return EventIndex.through(places.stream().mapToLong(Long::longValue).toArray());
        }
    }
}
