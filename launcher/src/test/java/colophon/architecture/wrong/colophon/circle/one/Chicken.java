package colophon.architecture.wrong.colophon.circle.one;

import colophon.architecture.wrong.colophon.circle.two.Egg;

public record Chicken(Egg from) {}
