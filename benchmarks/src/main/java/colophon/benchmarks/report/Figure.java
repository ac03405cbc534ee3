package colophon.benchmarks.report;

import java.util.Locale;

/** A target and its measured value. */
public record Figure(String what, String measured, String target, boolean met) {

    /** Met by this value or a higher one. */
    public static Figure atLeast(
            String what, String unit, double least, double measured, String more) {
        return new Figure(
                what,
                number(measured) + " " + unit + more,
                "≥ " + number(least) + " " + unit,
                measured >= least);
    }

    /** Met by this value or a lower one. */
    public static Figure atMost(
            String what, String unit, double most, double measured, String more) {
        return new Figure(
                what,
                number(measured) + " " + unit + more,
                "≤ " + number(most) + " " + unit,
                measured <= most);
    }

    /** A row of the table. */
    public String row() {
        return "| %s | **%s** | %s | %s |".formatted(what, measured, target, verdict());
    }

    public String verdict() {
        return met ? "met" : "**MISSED**";
    }

    /** A number with separators, for the table. */
    public static String number(double value) {
        if (value >= 100) return String.format(Locale.ROOT, "%,d", Math.round(value));
        if (value == Math.rint(value)) return Long.toString((long) value);
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
