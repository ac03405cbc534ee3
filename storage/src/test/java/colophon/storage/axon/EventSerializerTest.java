package colophon.storage.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.events.EventTypes;
import colophon.events.offering.SeatTaken;
import colophon.events.requirement.Requirement;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the file of each event and version: what is stored today must stay readable. */
@Tag("io")
class EventSerializerTest {

    private final EventSerializer serializer = new EventSerializer();

    @ParameterizedTest
    @MethodSource("pinned")
    void every_file_is_read_and_written_as_its_event_is_today(PinnedEvent pinned) {
        var event = pinned.read(serializer);
        var stored = serializer.serialize(event, byte[].class);
        assertThat(new String(stored.getData(), UTF_8)).isEqualTo(pinned.today());
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_version_of_an_event_has_a_file(Class<?> event) {
        assertThat(
                        PinnedEvent.all().stream()
                                .filter(pinned -> pinned.name().equals(EventTypes.name(event)))
                                .map(PinnedEvent::version))
                .containsAll(IntStream.rangeClosed(1, EventTypes.version(event)).boxed().toList());
    }

    @Test
    void what_is_upcast_has_the_file_of_its_earlier_version() {
        assertThat(PinnedEvent.all().stream().map(PinnedEvent::file))
                .containsAll(PinnedEvent.upcast().stream().map(PinnedEvent::file).toList());
    }

    @Test
    void every_field_is_given_in_one_file_and_each_optional_one_is_absent_in_another() {
        var given = new TreeSet<String>();
        var absent = new TreeSet<String>();
        var optional = new TreeSet<String>();
        PinnedEvent.all().stream()
                .filter(PinnedEvent::isOfToday)
                .map(pinned -> (Record) pinned.read(serializer))
                .flatMap(EventSerializerTest::records)
                .forEach(
                        record -> {
                            for (var field : record.getClass().getRecordComponents()) {
                                var name =
                                        record.getClass().getSimpleName() + "." + field.getName();
                                (value(field, record) == null ? absent : given).add(name);
                                if (isOptional(field)) optional.add(name);
                            }
                        });
        assertThat(given).containsAll(absent);
        assertThat(absent).isEqualTo(optional);
    }

    @Test
    void a_word_in_an_event_is_the_name_of_its_constant() {
        assertThat(EventTypes.all().flatMap(EventSerializerTest::constants))
                .isNotEmpty()
                .allSatisfy(
                        constant ->
                                assertThat(constant)
                                        .hasToString(
                                                constant.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-')));
    }

    @Test
    void an_event_is_stored_under_its_name_and_version_not_its_class() {
        var stored = serializer.serialize(new SeatTaken("o", "e", "s"), byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("SeatTaken");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }

    @Test
    void an_unknown_event_is_refused() {
        assertThatThrownBy(() -> read("SeatSold", "1", "{}"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("SeatSold");
    }

    @Test
    void a_class_name_is_no_event() {
        assertThatThrownBy(() -> read("java.lang.String", "1", "\"x\""))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void a_version_without_an_upcaster_is_refused() {
        assertThatThrownBy(() -> read("SeatTaken", "2", "{}"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void an_unknown_field_is_refused() {
        var json =
                "{\"offeringId\":\"o\",\"enrollmentId\":\"e\",\"studentId\":\"s\",\"seat\":\"7\"}";
        assertThatThrownBy(() -> read("SeatTaken", "1", json))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void a_missing_field_is_refused() {
        assertThatThrownBy(() -> read("SeatTaken", "1", "{\"offeringId\":\"o\"}"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void an_amount_that_is_a_number_is_refused() {
        var json =
                """
                {"fundId":"f","amount":{"amount":1395.00,"currency":"USD"},"receivedOn":"2026-01-05"}
                """;
        assertThatThrownBy(() -> read("ContributionReceived", "1", json))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void metadata_keeps_strings_and_numbers_and_refuses_the_rest() {
        var metadata = MetaData.from(Map.of("who", "a clerk", "times", 3));
        var stored = serializer.serialize(metadata, byte[].class);
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(metadata);
        var objects = MetaData.with("who", List.of("a clerk"));
        assertThatThrownBy(() -> serializer.serialize(objects, byte[].class))
                .isInstanceOf(SerializationException.class);
    }

    private Object read(String name, String revision, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, name, revision));
    }

    private static Stream<PinnedEvent> pinned() {
        return PinnedEvent.all().stream();
    }

    private static Stream<Class<?>> events() {
        return EventTypes.all();
    }

    /** The record, and the records in it. */
    private static Stream<Record> records(Record record) {
        return Stream.concat(
                Stream.of(record),
                Stream.of(record.getClass().getRecordComponents())
                        .map(field -> value(field, record))
                        .flatMap(
                                value ->
                                        value instanceof Collection<?> many
                                                ? many.stream()
                                                : Stream.ofNullable(value))
                        .filter(value -> value instanceof Record && !(value instanceof Requirement))
                        .flatMap(value -> records((Record) value)));
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Stream<Enum<?>> constants(Type type) {
        return switch (type) {
            case ParameterizedType of ->
                    Stream.of(of.getActualTypeArguments()).flatMap(EventSerializerTest::constants);
            case Class<?> words when words.isEnum() ->
                    Stream.of(words.getEnumConstants()).map(constant -> (Enum<?>) constant);
            case Class<?> record when record.isRecord() ->
                    Stream.of(record.getRecordComponents())
                            .flatMap(component -> constants(component.getGenericType()));
            default -> Stream.empty();
        };
    }
}
