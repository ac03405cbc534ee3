package colophon.storage.axon;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import colophon.events.EventTypes;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.Map;

/**
 * Writes events as JSON under the names of {@link EventTypes}, never under class names. Refuses an
 * unknown event, a version that this program does not know (an upcaster must come first), and
 * unknown or missing fields.
 */
final class EventSerializer extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    private volatile LastRead lastRead = new LastRead(new byte[0], MetaData.emptyInstance());

    EventSerializer() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EventSerializer::strict));
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (object instanceof MetaData metadata) refuseObjects(metadata);
        return super.serialize(object, representation);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller asked for metadata
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (serialized.getData() instanceof byte[] bytes
                && serialized.getType().getName().equals(METADATA)) return (T) metadata(bytes);
        T object = super.deserialize(serialized);
        if (object instanceof Record event) RequiredFields.check(event);
        return object;
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class) return SimpleSerializedType.emptyType();
        if (type == MetaData.class) return new SimpleSerializedType(METADATA, null);
        try {
            return new SimpleSerializedType(
                    EventTypes.name(type), String.valueOf(EventTypes.version(type)));
        } catch (IllegalArgumentException e) {
            throw new SerializationException("Only events of Facts are stored, not " + type, e);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SimpleSerializedType.emptyType().equals(type)) return Void.class;
        if (type.getName().equals(METADATA)) return MetaData.class;
        try {
            var event = EventTypes.named(type.getName());
            if (!String.valueOf(EventTypes.version(event)).equals(type.getRevision()))
                throw new SerializationException(
                        "%s is stored as version %s, and this program knows version %d"
                                .formatted(
                                        type.getName(),
                                        type.getRevision(),
                                        EventTypes.version(event)));
            return event;
        } catch (IllegalArgumentException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }

    /**
     * Caches the last result: few accounts cause many events, so the next one is often the same.
     */
    private MetaData metadata(byte[] bytes) {
        var last = lastRead;
        if (Arrays.equals(last.bytes, bytes)) return last.metadata;
        MetaData read = super.deserialize(new SerializedMetaData<>(bytes, byte[].class));
        lastRead = new LastRead(bytes, read);
        return read;
    }

    private record LastRead(byte[] bytes, MetaData metadata) {}

    /** Refuses values that would be read back with another type. */
    private static void refuseObjects(Map<String, ?> metadata) {
        metadata.forEach(
                (key, value) -> {
                    if (!(value instanceof String) && !(value instanceof Number))
                        throw new SerializationException(
                                "Metadata holds strings and numbers only, and %s is neither"
                                        .formatted(key));
                });
    }

    static void strict(JsonMapper.Builder mapper) {
        mapper.addModule(new EventJsonModule())
                .changeDefaultVisibility(
                        visible ->
                                visible.withGetterVisibility(NONE)
                                        .withIsGetterVisibility(NONE)
                                        .withFieldVisibility(ANY)
                                        .withCreatorVisibility(ANY))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        EnumFeature.READ_ENUMS_USING_TO_STRING,
                        EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }
}
