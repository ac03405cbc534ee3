package colophon.events.requirement;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The order of grades, A+ to F. P, CR and S are passes and reach every minimum. Any other grade, or
 * none, reaches no minimum, since it cannot be compared.
 */
public final class Grade {

    private static final List<String> BEST_FIRST =
            List.of("A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F");

    private static final Set<String> PASSES = Set.of("P", "CR", "S");

    private Grade() {}

    /** True if the grade may be used as a minimum. */
    public static boolean isMinimum(String grade) {
        return BEST_FIRST.contains(grade) && !grade.equals("F");
    }

    /** True if the grade is in the order or is a pass. */
    public static boolean isKnown(@Nullable String grade) {
        if (grade == null) return false;
        var word = word(grade);
        return PASSES.contains(word) || BEST_FIRST.contains(word);
    }

    /** True if the grade is the minimum or better. {@code minimum} must be valid as a minimum. */
    public static boolean reaches(@Nullable String grade, String minimum) {
        if (grade == null) return false;
        var word = word(grade);
        if (PASSES.contains(word)) return true;
        int place = BEST_FIRST.indexOf(word);
        return place >= 0 && place <= BEST_FIRST.indexOf(minimum);
    }

    private static String word(String grade) {
        return grade.strip().toUpperCase(Locale.ROOT).replace('\u2212', '-');
    }
}
