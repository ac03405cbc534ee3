package colophon.commands.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What looks like the number of a payment card. Nothing here needs one, and what is stored here is
 * stored for ever: so no text may hold any, in whatever field it comes.
 */
public final class CardNumber {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    /** "4111 - 1111" is still one number; two numbers in a sentence are further apart. */
    private static final int WIDEST_GAP = 3;

    /** Long numbers that are something else: UUIDs, digests in hexadecimal digits, days. */
    private static final Pattern KNOWN =
            Pattern.compile(
                    "\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b"
                        + "|\\b(?=[0-9]*[A-Fa-f])(?:\\p{XDigit}{32}|\\p{XDigit}{40}|\\p{XDigit}{64})\\b"
                        + "|\\b(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\\b");

    /** Begins with a day or, in thousandths or less, the number of the seconds since 1970. */
    private static final Pattern TIME =
            Pattern.compile(
                    "20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]*"
                            + "|1[5-9](?:[0-9]{11}|[0-9]{14}|[0-9]{17})");

    private CardNumber() {}

    /**
     * True if one is in it: 13 to 19 digits that pass the Luhn check, of any script, with blanks,
     * dashes, dots or underscores between them or without, alone or in other text. One in ten long
     * numbers passes that check by chance, so numbers that are known to be something else are left
     * out: those that begin with 0, ISBNs, UUIDs, digests, days and instants.
     */
    public static boolean isIn(CharSequence text) {
        if (text.codePoints().filter(CardNumber::isDigit).limit(SHORTEST).count() < SHORTEST)
            return false;
        var run = new Run();
        int gap = 0;
        for (int point : KNOWN.matcher(text).replaceAll("|").codePoints().toArray()) {
            if (isDigit(point)) {
                if (gap > 0) run.part();
                gap = 0;
                run.digits.append((char) ('0' + Character.digit(point, 10)));
            } else if (++gap > WIDEST_GAP || !isBetween(point)) {
                if (run.holdsOne()) return true;
                run = new Run();
                gap = 0;
            }
        }
        return run.holdsOne();
    }

    private static boolean isDigit(int point) {
        return Character.isDigit(point);
    }

    private static boolean isBetween(int point) {
        return switch (point) {
            case '.', '_', '\u2212', '\u00b7' -> true;
            default ->
                    Character.isWhitespace(point)
                            || Character.isSpaceChar(point)
                            || Character.getType(point) == Character.DASH_PUNCTUATION
                            || Character.getType(point) == Character.FORMAT;
        };
    }

    /** Digits in parts; a number begins and ends where a part does. */
    private static final class Run {

        private final StringBuilder digits = new StringBuilder();
        private final List<Integer> parts = new ArrayList<>(List.of(0));

        void part() {
            if (!parts.getLast().equals(digits.length())) parts.add(digits.length());
        }

        boolean holdsOne() {
            if (digits.length() < SHORTEST) return false;
            part();
            for (int from : parts)
                for (int to : parts)
                    if (to - from >= SHORTEST
                            && to - from <= LONGEST
                            && isOne(digits.substring(from, to))) return true;
            return false;
        }
    }

    private static boolean isOne(String digits) {
        return luhn(digits)
                && digits.charAt(0) != '0'
                && !TIME.matcher(digits).matches()
                && !isbn(digits);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int n = 0; n < digits.length(); n++) {
            int digit = digits.charAt(digits.length() - 1 - n) - '0';
            int weighed = n % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static boolean isbn(String digits) {
        if (digits.length() != 13 || !digits.startsWith("978") && !digits.startsWith("979"))
            return false;
        int sum = 0;
        for (int n = 0; n < 13; n++) sum += (digits.charAt(n) - '0') * (n % 2 == 0 ? 1 : 3);
        return sum % 10 == 0;
    }
}
