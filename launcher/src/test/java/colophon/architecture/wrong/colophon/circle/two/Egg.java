package colophon.architecture.wrong.colophon.circle.two;

import colophon.architecture.wrong.colophon.circle.one.Chicken;

public record Egg(Chicken from) {}
