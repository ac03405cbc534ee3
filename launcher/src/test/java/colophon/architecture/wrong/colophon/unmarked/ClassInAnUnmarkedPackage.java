package colophon.architecture.wrong.colophon.unmarked;

public record ClassInAnUnmarkedPackage() {}
