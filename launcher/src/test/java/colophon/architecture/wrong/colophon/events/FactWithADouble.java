package colophon.architecture.wrong.colophon.events;

public record FactWithADouble(double amount) {}
