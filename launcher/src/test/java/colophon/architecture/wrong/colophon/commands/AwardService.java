package colophon.architecture.wrong.colophon.commands;

public record AwardService() {}
