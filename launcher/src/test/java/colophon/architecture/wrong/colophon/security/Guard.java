package colophon.architecture.wrong.colophon.security;

public record Guard() {}
