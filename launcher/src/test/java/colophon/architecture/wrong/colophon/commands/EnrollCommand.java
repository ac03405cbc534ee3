package colophon.architecture.wrong.colophon.commands;

public record EnrollCommand(String studentId) {}
