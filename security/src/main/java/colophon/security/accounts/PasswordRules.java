package colophon.security.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides which passwords are accepted. Length alone says little. The rules split a password into
 * the pieces that an attacker would try: common passwords, the account's name, rows of keys,
 * sequences, years and repetitions. Each piece counts some bits, depending on how many guesses it
 * takes.
 */
public final class PasswordRules {

    private static final int SHORTEST = 12;

    /** An attacker who knows these rules needs about 2 to this power guesses. */
    private static final int ENOUGH = 30;

    private static final int REPEATED = 3;
    private static final int SHORTEST_WORD = 3;

    private static final String TOO_EASY =
            "This password is too easy to guess: it is made of common passwords, your name, rows"
                    + " of keys, years or repetitions. Take four words that have nothing to do with"
                    + " each other, or let a password manager make one.";

    private static final List<String> ROWS =
            List.of(
                    "1234567890",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "qwertzuiop",
                    "yxcvbnm",
                    "azertyuiop",
                    "qsdfghjklm",
                    "wxcvbn",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
                    "qazwsxedcrfvtgbyhnujm",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "!@#$%^&*()",
                    "abcdefghijklmnopqrstuvwxyz");

    /** Characters that often replace a letter, and the letter. */
    private static final Map<Character, Character> MEANT =
            Map.of(
                    '0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's',
                    '!', 'i');

    private static final Map<String, Integer> COMMON = common();

    private PasswordRules() {}

    /**
     * Why the password is refused for the account of that name, and what to do; empty if it is
     * accepted.
     */
    public static Optional<String> refusal(String password, String name) {
        if (password.codePoints().allMatch(PasswordRules::isBlank))
            return Optional.of("A password cannot consist of blanks only.");
        if (password.codePointCount(0, password.length()) < SHORTEST)
            return Optional.of("A password has at least " + SHORTEST + " characters.");
        if (password.getBytes(UTF_8).length > SecretHashes.LONGEST)
            return Optional.of(
                    "A password has at most "
                            + SecretHashes.LONGEST
                            + " bytes; letters other than a to z take two or more.");
        return bits(password, name) < ENOUGH ? Optional.of(TOO_EASY) : Optional.empty();
    }

    /** The strength in bits: an attacker needs about 2 to this power guesses. */
    static int bits(String password, String name) {
        return new PatternReader(password, name).bits();
    }

    private static boolean isBlank(int it) {
        return Character.isWhitespace(it)
                || Character.isSpaceChar(it)
                || Character.getType(it) == Character.FORMAT
                || Character.getType(it) == Character.CONTROL;
    }

    private static int log(int times) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(times);
    }

    private static Map<String, Integer> common() {
        var file = PasswordRules.class.getResourceAsStream("common-passwords.txt");
        try (var lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), UTF_8))) {
            var common = new HashMap<String, Integer>();
            for (var line = lines.readLine(); line != null; line = lines.readLine())
                if (!line.startsWith("#")) common.putIfAbsent(line, log(common.size() + 1));
            return Map.copyOf(common);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A password split into pieces in the way that is cheapest for an attacker. */
    private static final class PatternReader {

        private final String text;
        private final String plain;
        private final String meant;
        private final String name;

        PatternReader(String password, String name) {
            this.text = password;
            this.plain = password.toLowerCase(Locale.ROOT);
            this.meant = meant(plain);
            this.name = name.toLowerCase(Locale.ROOT);
        }

        int bits() {
            var least = new int[text.length() + 1];
            for (var end = 1; end <= text.length(); end++) {
                least[end] = least[end - 1] + one(text.charAt(end - 1));
                for (var start = 0; start < end - 1; start++) {
                    var piece = piece(start, end);
                    if (piece < Integer.MAX_VALUE)
                        least[end] = Math.min(least[end], least[start] + piece);
                }
            }
            return least[text.length()];
        }

        /** The bits of these characters as one piece; the highest number if they are not one. */
        private int piece(int start, int end) {
            var length = end - start;
            var best = Integer.MAX_VALUE;
            var word = plain.substring(start, end);
            // Capital letters or replaced characters add one bit.
            var written = text.substring(start, end).equals(word) ? 0 : 1;
            if (length >= SHORTEST_WORD) {
                best = Math.min(best, word(word, written));
                best = Math.min(best, word(meant.substring(start, end), written + 1));
                if (isStep(word) || isRow(word)) best = Math.min(best, 4 + log(length) + written);
                if (word.matches("(19|20)\\d\\d")) best = Math.min(best, 7);
            }
            // A repetition of the text right before it, any number of times.
            for (var unit = 1; unit <= start && unit <= length; unit++)
                if (length % unit == 0 && repeats(start - unit, end, unit))
                    best = Math.min(best, REPEATED + log(length / unit));
            return best;
        }

        private int word(String word, int more) {
            if (isOwn(word)) return 1 + more;
            var rank = COMMON.get(word);
            return rank == null ? Integer.MAX_VALUE : rank + more;
        }

        /** The account's name, or a part of it between dots and similar signs. */
        private boolean isOwn(String word) {
            if (word.equals(name) || word.equals(new StringBuilder(name).reverse().toString()))
                return true;
            for (var part : name.split("[@._+-]")) if (word.equals(part)) return true;
            return false;
        }

        private boolean repeats(int start, int end, int unit) {
            for (var at = start + unit; at < end; at++)
                if (plain.charAt(at) != plain.charAt(at - unit)) return false;
            return true;
        }

        private static boolean isStep(String word) {
            var step = word.charAt(1) - word.charAt(0);
            if (Math.abs(step) > 2) return false;
            for (var at = 1; at < word.length(); at++)
                if (word.charAt(at) - word.charAt(at - 1) != step) return false;
            return true;
        }

        private static boolean isRow(String word) {
            var back = new StringBuilder(word).reverse().toString();
            return ROWS.stream().anyMatch(row -> row.contains(word) || row.contains(back));
        }

        private static int one(char it) {
            if (it >= '0' && it <= '9') return 3;
            if (it >= 'a' && it <= 'z') return 4;
            if (it >= 'A' && it <= 'Z') return 5;
            return isBlank(it) ? 2 : it < 128 ? 5 : 8;
        }

        private static String meant(String plain) {
            var letters = new StringBuilder();
            for (var it : plain.toCharArray()) letters.append(MEANT.getOrDefault(it, it));
            return letters.toString();
        }
    }
}
