package colophon.architecture.wrong.colophon.web;

public record Page() {}
