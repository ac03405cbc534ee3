package colophon.storage.log;

import colophon.commands.loading.StreamPlace;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One event as stored in the log. It lies in one stream or in several, and has a place in each.
 *
 * @param places at least one, no two in the same stream; the first is in its own stream, which is
 *     the event's own id if it belongs to no aggregate
 * @param id its own; checked within its commit, and for an event without an aggregate in the log
 * @param timestamp milliseconds since 1970; finer parts are cut off
 * @param name the stored name of the payload type
 * @param revision of the payload, or null
 */
public record LogEvent(
        List<StreamPlace> places,
        String id,
        long timestamp,
        String name,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata) {

    /**
     * Checks the places.
     *
     * @throws IllegalArgumentException if there is none, if two are in the same stream, or if one
     *     of several has no type
     */
    public LogEvent {
        places = List.copyOf(places);
        if (places.size() != 1) check(places, id);
    }

    /** The place in its own stream. */
    public StreamPlace own() {
        return places.getFirst();
    }

    /** The places in other streams; mostly none. */
    public List<StreamPlace> others() {
        return places.subList(1, places.size());
    }

    /** Id of its own stream. */
    public String stream() {
        return own().stream();
    }

    /** The sequence number in its own stream. */
    public long sequence() {
        return own().sequence();
    }

    /** The place in a stream; null if it does not lie there. */
    public @Nullable StreamPlace placeIn(String stream) {
        for (var place : places) if (place.stream().equals(stream)) return place;
        return null;
    }

    /** True for an event that belongs to no aggregate. */
    public boolean isAlone() {
        return own().type() == null && stream().equals(id);
    }

    /** The bytes of its payload and its metadata. */
    public int bytes() {
        return payload.length + metadata.length;
    }

    /** Approximate size in bytes, for limits. */
    int size() {
        var size = 64 + id.length() + name.length() + bytes();
        for (var place : places) size += 24 + place.stream().length();
        return size;
    }

    private static void check(List<StreamPlace> places, String id) {
        if (places.isEmpty()) throw new IllegalArgumentException("Event " + id + " has no place");
        if (places.stream().map(StreamPlace::stream).distinct().count() != places.size())
            throw new IllegalArgumentException(
                    "Event %s has two places in one stream: %s".formatted(id, places));
        if (places.stream().anyMatch(place -> place.type() == null))
            throw new IllegalArgumentException(
                    "Event %s has several places, and one of them has no type: %s"
                            .formatted(id, places));
    }
}
