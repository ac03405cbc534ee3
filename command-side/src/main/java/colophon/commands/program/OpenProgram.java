package colophon.commands.program;

/** An institution offers a program. */
public record OpenProgram(String programId, String institutionId, String name) {}
