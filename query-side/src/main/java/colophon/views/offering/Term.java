package colophon.views.offering;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** A part of a year, by the first day of an offering. Sorts by the calendar. */
public record Term(int year, Season season) implements Comparable<Term> {

    private static final Pattern WORD = Pattern.compile("([0-9]{4})-(spring|summer|fall)");
    private static final Comparator<Term> CALENDAR =
            Comparator.comparing(Term::year).thenComparing(Term::season);

    /** January to May, June to August, September to December. */
    public enum Season {
        SPRING(1, 5),
        SUMMER(6, 8),
        FALL(9, 12);

        private final int first;
        private final int last;

        Season(int first, int last) {
            this.first = first;
            this.last = last;
        }
    }

    /** The term of a day. */
    public static Term of(LocalDate day) {
        for (var season : Season.values())
            if (day.getMonthValue() <= season.last) return new Term(day.getYear(), season);
        throw new IllegalStateException("A year ends with the fall: " + day);
    }

    /** The term of a word such as {@code 2026-summer}; null if it is none. */
    public static @Nullable Term named(String word) {
        var parts = WORD.matcher(word);
        if (!parts.matches()) return null;
        return new Term(
                Integer.parseInt(parts.group(1)),
                Season.valueOf(parts.group(2).toUpperCase(Locale.ROOT)));
    }

    /** True if the day is in the term. */
    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    /** Its first day. */
    public LocalDate firstDay() {
        return LocalDate.of(year, season.first, 1);
    }

    @Override
    public int compareTo(Term other) {
        return CALENDAR.compare(this, other);
    }

    /** The word of the term, such as {@code 2026-summer}. */
    @Override
    public String toString() {
        return "%04d-%s".formatted(year, season.name().toLowerCase(Locale.ROOT));
    }
}
