package colophon.storage.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.events.EventTypes;

import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares each event with its file: what is stored today must stay readable. */
@Tag("io")
class EventSerializerTest {

    private static final Path FILES = Path.of("src/test/resources/events");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventSerializer serializer = new EventSerializer();

    @TestFactory
    Stream<DynamicTest> every_event_is_written_as_its_file_says() {
        return EventTypes.all()
                .map(
                        event ->
                                DynamicTest.dynamicTest(
                                        EventTypes.name(event),
                                        () ->
                                                assertThat(JSON.readTree(written(event)))
                                                        .isEqualTo(JSON.readTree(file(event)))));
    }

    @TestFactory
    Stream<DynamicTest> every_file_is_read_as_the_event_it_was() {
        return EventTypes.all()
                .map(
                        event ->
                                DynamicTest.dynamicTest(
                                        EventTypes.name(event),
                                        () ->
                                                assertThat(
                                                                read(
                                                                        EventTypes.name(event),
                                                                        version(event),
                                                                        file(event)))
                                                        .isEqualTo(EventExamples.of(event))));
    }

    @TestFactory
    Stream<DynamicTest> every_event_without_its_optional_fields_comes_back_equal() {
        return EventExamples.sparse().stream()
                .map(
                        example ->
                                DynamicTest.dynamicTest(
                                        EventTypes.name(example.getClass()),
                                        () -> {
                                            var stored =
                                                    serializer.serialize(example, byte[].class);
                                            assertThat(new String(stored.getData(), UTF_8))
                                                    .doesNotContain("null");
                                            assertThat(
                                                            serializer.<byte[], Object>deserialize(
                                                                    stored))
                                                    .isEqualTo(example);
                                        }));
    }

    @Test
    void no_file_is_left_without_an_event_and_no_event_without_a_file() throws IOException {
        try (var files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(
                            Stream.concat(
                                            EventTypes.all().map(EventSerializerTest::fileName),
                                            EventExamples.older().keySet().stream())
                                    .collect(Collectors.toSet()));
        }
    }

    @TestFactory
    Stream<DynamicTest> every_file_of_an_earlier_version_is_read_as_an_event_of_today() {
        return EventExamples.older().entrySet().stream()
                .map(
                        older ->
                                DynamicTest.dynamicTest(
                                        older.getKey(),
                                        () ->
                                                assertThat(upcast(older.getKey()))
                                                        .isEqualTo(older.getValue())));
    }

    @Test
    void an_event_is_stored_under_its_name_and_version_not_its_class() {
        var stored =
                serializer.serialize(EventExamples.of(EventTypes.named("SeatTaken")), byte[].class);
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

    private Object upcast(String file) throws IOException {
        var name = file.split("\\.");
        var entry =
                new GenericDomainEventEntry<>(
                        "type",
                        "stream",
                        0,
                        "event-id",
                        "2026-01-01T00:00:00Z",
                        name[0],
                        name[1].substring(1),
                        Files.readAllBytes(FILES.resolve(file)),
                        serializer.serialize(MetaData.emptyInstance(), byte[].class).getData());
        return Upcasters.chain()
                .upcast(Stream.of(new InitialEventRepresentation(entry, serializer)))
                .map(
                        read ->
                                serializer.<Object, Object>deserialize(
                                        (SerializedObject) read.getData()))
                .findFirst()
                .orElseThrow();
    }

    private String written(Class<?> event) {
        return new String(
                serializer.serialize(EventExamples.of(event), byte[].class).getData(), UTF_8);
    }

    private Object read(String name, String revision, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, name, revision));
    }

    private static String file(Class<?> event) throws IOException {
        return Files.readString(FILES.resolve(fileName(event)));
    }

    private static String fileName(Class<?> event) {
        return "%s.v%d.json".formatted(EventTypes.name(event), EventTypes.version(event));
    }

    private static String version(Class<?> event) {
        return String.valueOf(EventTypes.version(event));
    }
}
