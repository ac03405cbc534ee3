package colophon.commands.loading;

import org.jspecify.annotations.Nullable;

/**
 * A place in a stream. It holds one event.
 *
 * @param stream id of the stream
 * @param sequence from 0, unique in the stream
 * @param type kind of the stream; null only for the place of an event that belongs to no stream
 */
public record StreamPlace(String stream, long sequence, @Nullable String type) {}
