package colophon.events.program;

import org.jspecify.annotations.Nullable;

import java.time.Period;

/**
 * When a candidacy ends by itself.
 *
 * @param after so long after the last enrollment or completion, the day itself included
 * @param leaveUpTo how much leave in all stops that clock, or null for as much as is granted
 */
public record Lapse(Period after, @Nullable Period leaveUpTo) {}
