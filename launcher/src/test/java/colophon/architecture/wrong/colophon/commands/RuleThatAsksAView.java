package colophon.architecture.wrong.colophon.commands;

import colophon.architecture.wrong.colophon.views.Answer;

public record RuleThatAsksAView(Answer answer) {}
