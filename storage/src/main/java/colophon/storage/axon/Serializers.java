package colophon.storage.axon;

import org.axonframework.serialization.Serializer;

import tools.jackson.databind.json.JsonMapper;

/** The serializer of events for Axon, and what others share of it. */
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
}
