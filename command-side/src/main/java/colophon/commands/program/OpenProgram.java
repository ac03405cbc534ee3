package colophon.commands.program;

/** Opens a program of an institution. */
public record OpenProgram(String programId, String institutionId, String name) {}
