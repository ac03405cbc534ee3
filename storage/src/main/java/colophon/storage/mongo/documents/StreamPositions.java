package colophon.storage.mongo.documents;

import colophon.commands.loading.StreamPlace;

import java.util.HexFormat;

/**
 * A place in a stream, as one text in the unique index: the stream, a blank, and 16 hex digits of
 * the sequence. So the places of a stream are adjacent and sorted. A range of places has a common
 * prefix: a pattern that every server turns into a range of the index, for texts and for arrays.
 */
public final class StreamPositions {

    /** A pattern covers at most this many places, starting at a multiple of it. */
    public static final long BLOCK = 1 << 12;

    /** The number of digits of a sequence. */
    static final int DIGITS = 16;

    private static final HexFormat HEX = HexFormat.of();
    private static final int OF_BLOCK = DIGITS - 3;
    private static final String NOT_PLAIN = "\\^$.|?*+()[]{}";

    private StreamPositions() {}

    /** A place as its text. */
    public static String of(StreamPlace place) {
        return of(place.stream(), place.sequence());
    }

    /** The place with this sequence in a stream. */
    public static String of(String stream, long sequence) {
        return stream + " " + HEX.toHexDigits(sequence);
    }

    /** The text of a stored refusal in the index. No place of a stream ends like this. */
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
     * A regular expression for the places of a stream from {@code from} up to before {@code until},
     * both in one block. It also matches a few others, so the caller must check the results.
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

    /** Quotes characters of a name that have a meaning in a pattern. */
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
