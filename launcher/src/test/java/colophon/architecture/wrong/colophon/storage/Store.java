package colophon.architecture.wrong.colophon.storage;

public record Store() {}
