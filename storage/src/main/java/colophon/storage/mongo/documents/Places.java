package colophon.storage.mongo.documents;

import java.util.HexFormat;

/**
 * A place in a stream as the one text that the unique index keeps: the stream, a blank, and 16 hex
 * digits of the sequence. So the places of a stream lie side by side, in order, and those between
 * two of them are the ones that begin alike: a pattern that every server turns into a range of the
 * index, for texts and for arrays of texts.
 */
public final class Places {

    /** A pattern reaches over no more places than this, from a multiple of it on. */
    public static final long BLOCK = 1 << 12;

    /** How many digits a sequence has. */
    static final int DIGITS = 16;

    private static final HexFormat HEX = HexFormat.of();
    private static final int OF_BLOCK = DIGITS - 3;
    private static final String NOT_PLAIN = "\\^$.|?*+()[]{}";

    private Places() {}

    /** The place of an event. */
    public static String of(String stream, long sequence) {
        return stream + " " + HEX.toHexDigits(sequence);
    }

    /** What a kept refusal has in the index; it ends as no place of a stream can. */
    static String ofRefusal(String commandId) {
        return commandId + " refused";
    }

    /** The sequence of a place. */
    public static long sequence(String place) {
        var blank = place.length() - DIGITS - 1;
        if (blank < 0 || place.charAt(blank) != ' ')
            throw new IllegalArgumentException("Not a place in a stream: " + place);
        return HexFormat.fromHexDigitsToLong(place, blank + 1, place.length());
    }

    /**
     * A regular expression that all places of a stream from this one on and before that one match,
     * and few others: who asks by it looks again. Both lie in one block.
     */
    public static String pattern(String stream, long from, long until) {
        var first = HEX.toHexDigits(from);
        var last = HEX.toHexDigits(until - 1);
        if (!first.regionMatches(0, last, 0, OF_BLOCK))
            throw new IllegalArgumentException(
                    "More than one block: %d to %d".formatted(from, until));
        var pattern = new StringBuilder("^");
        literally(stream, pattern);
        pattern.append(' ').append(first, 0, OF_BLOCK);
        var low = first.charAt(OF_BLOCK);
        var high = last.charAt(OF_BLOCK);
        if (low == high) pattern.append(low);
        else pattern.append('[').append(low).append('-').append(high).append(']');
        return pattern.toString();
    }

    /** A name may hold what means something else in a pattern. */
    private static void literally(String name, StringBuilder pattern) {
        for (var i = 0; i < name.length(); i++) {
            var letter = name.charAt(i);
            if (letter == 0) {
                pattern.append("\\x00");
                continue;
            }
            if (NOT_PLAIN.indexOf(letter) >= 0) pattern.append('\\');
            pattern.append(letter);
        }
    }
}
