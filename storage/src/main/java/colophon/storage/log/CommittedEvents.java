package colophon.storage.log;

import java.util.List;

/**
 * The events of one commit, for readers of the log.
 *
 * @param number from 1, without gaps
 */
public record CommittedEvents(long number, List<LogEvent> events) {}
