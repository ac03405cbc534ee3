package colophon.architecture.wrong.colophon.views;

public record Answer(String text) {}
