package colophon.architecture.wrong.colophon.views;

import colophon.architecture.wrong.colophon.security.Guard;

public record ViewThatKnowsWhoMay(Guard guard) {}
