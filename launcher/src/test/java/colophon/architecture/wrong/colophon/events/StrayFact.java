package colophon.architecture.wrong.colophon.events;

import colophon.events.Stored;

@Stored(as = "StrayFact", version = 1)
public record StrayFact(String studentId) {}
