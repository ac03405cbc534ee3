package colophon.architecture.wrong.colophon.views;

import colophon.architecture.wrong.colophon.commands.AwardService;

public record ViewThatAsksARule(AwardService rule) {}
