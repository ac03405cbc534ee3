package colophon.events.program;

import org.jspecify.annotations.Nullable;

import java.time.Period;

/**
 * When a candidacy lapses without activity.
 *
 * @param after time after the last enrollment or completion, that day included
 * @param leaveUpTo most leave in all that stops the clock, or null for no limit
 */
public record Lapse(Period after, @Nullable Period leaveUpTo) {}
