package colophon.storage.axon;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.events.EventTypes;

import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event as it is stored, in a file that is never edited: {@code SeatTaken.v1.json}. An event
 * with optional fields has a second one, {@code CourseListed.v1.sparse.json}. The file of an
 * earlier version that an upcaster gives more fields has another in {@code upcast}, with what it is
 * today.
 */
record PinnedEvent(String file, String name, int version, String json) {

    private static final Path STORED = Path.of("src/test/resources/events");
    private static final Path UPCAST = Path.of("src/test/resources/upcast");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** All files, in the order of their names. */
    static List<PinnedEvent> all() {
        return in(STORED);
    }

    /** The earlier events that an upcaster gives more fields, as they are today. */
    static List<PinnedEvent> upcast() {
        return in(UPCAST);
    }

    private static List<PinnedEvent> in(Path directory) {
        try (var files = Files.list(directory)) {
            return files.sorted().map(PinnedEvent::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PinnedEvent of(Path path) {
        var file = path.getFileName().toString();
        var parts = file.split("\\.");
        return new PinnedEvent(
                file, parts[0], Integer.parseInt(parts[1].substring(1)), compact(path));
    }

    /** Without the spaces, as events are stored. The order of the fields stays. */
    private static String compact(Path path) {
        try {
            return JSON.readTree(Files.readString(path)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOfToday() {
        return EventTypes.all().anyMatch(this::isOf);
    }

    boolean isOf(Class<?> event) {
        return name.equals(EventTypes.name(event)) && version == EventTypes.version(event);
    }

    /** This event as it is written today. */
    String today() {
        return upcast().stream()
                .filter(other -> other.file.equals(file))
                .findFirst()
                .orElse(this)
                .json;
    }

    /** Reads it as the log does: through the upcasters. */
    Object read(EventSerializer serializer) {
        var entry =
                new GenericDomainEventEntry<>(
                        "type",
                        "stream",
                        0,
                        "event-id",
                        "2026-01-01T00:00:00Z",
                        name,
                        String.valueOf(version),
                        json.getBytes(UTF_8),
                        serializer.serialize(MetaData.emptyInstance(), byte[].class).getData());
        return Upcasters.chain()
                .upcast(Stream.of(new InitialEventRepresentation(entry, serializer)))
                .map(read -> (Object) serializer.deserialize(read.getData()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return file;
    }
}
