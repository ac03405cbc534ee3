package colophon.storage.axon;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The serializers for Axon. */
public final class Serializers {

    private Serializers() {}

    /** For events: strict, with stored names. See {@link EventSerializer}. */
    public static Serializer events() {
        return new EventSerializer();
    }

    /** Makes a mapper use the JSON of values in events, and refuse unknown fields. */
    public static JsonMapper.Builder strict(JsonMapper.Builder mapper) {
        EventSerializer.strict(mapper);
        return mapper;
    }

    /** For tokens and messages: Axon's own, with class names. */
    public static Serializer general() {
        return new ByClassName(
                Jackson3Serializer.builder()
                        .jsonMapperBuilderCustomizer(
                                mapper ->
                                        // Without it, the token of a replay could not be read.
                                        mapper.polymorphicTypeValidator(
                                                        BasicPolymorphicTypeValidator.builder()
                                                                .allowIfSubType(
                                                                        "org.axonframework.")
                                                                .build())
                                                .addModule(new EventJsonModule())
                                                .disable(
                                                        DeserializationFeature
                                                                .FAIL_ON_UNKNOWN_PROPERTIES)));
    }

    /** Caches classes by name. Axon looks up the class of each message twice, which is slow. */
    private static final class ByClassName extends Jackson3Serializer {

        private final Map<String, Class<?>> known = new ConcurrentHashMap<>();

        ByClassName(Builder builder) {
            super(builder);
        }

        @Override
        public Class<?> classForType(SerializedType type) {
            var found = known.get(type.getName());
            if (found != null) return found;
            var asked = super.classForType(type);
            if (asked.getName().equals(type.getName())) known.put(type.getName(), asked);
            return asked;
        }
    }
}
