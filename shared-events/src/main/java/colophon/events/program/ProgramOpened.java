package colophon.events.program;

import colophon.events.Stored;

/** An institution opened a program. */
@Stored(as = "ProgramOpened", version = 1)
public record ProgramOpened(String programId, String institutionId, String name)
        implements ProgramEvent {}
