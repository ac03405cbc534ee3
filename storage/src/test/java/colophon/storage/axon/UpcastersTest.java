package colophon.storage.axon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Facts;

import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each event as it was stored once, against what it is today. */
class UpcastersTest {

    private static final Path FILES = Path.of("src/test/resources/events");

    private final EventSerializer serializer = new EventSerializer();

    @TestFactory
    Stream<DynamicTest> every_older_file_is_read_as_the_event_it_is_today() {
        return Facts.all()
                .flatMap(
                        event ->
                                IntStream.range(1, Facts.version(event))
                                        .mapToObj(version -> older(Facts.name(event), version)));
    }

    @TestFactory
    Stream<DynamicTest> every_file_of_today_passes_as_it_is() {
        return Facts.all()
                .map(
                        event ->
                                DynamicTest.dynamicTest(
                                        Facts.name(event),
                                        () ->
                                                assertThat(
                                                                read(
                                                                        Facts.name(event),
                                                                        Facts.version(event)))
                                                        .isEqualTo(Examples.of(event))));
    }

    private DynamicTest older(String name, int version) {
        return DynamicTest.dynamicTest(
                name + " " + version,
                () -> assertThat(read(name, version)).isEqualTo(Examples.upcast(name, version)));
    }

    private Object read(String name, int version) throws IOException {
        var stored =
                new GenericDomainEventEntry<>(
                        "type",
                        "stream",
                        0,
                        "event",
                        Instant.EPOCH,
                        name,
                        String.valueOf(version),
                        Files.readAllBytes(FILES.resolve("%s.v%d.json".formatted(name, version))),
                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        IntermediateEventRepresentation initial =
                new InitialEventRepresentation(stored, serializer);
        var upcast = Upcasters.chain().upcast(Stream.of(initial)).toList();
        assertThat(upcast).hasSize(1);
        SerializedObject<?> data = upcast.getFirst().getData();
        return serializer.deserialize(data);
    }
}
