package colophon.api.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Detects numbers of payment cards. The system needs none and stores texts for ever, so no field
 * may contain one.
 */
public final class CardNumber {

    /** The text of a refusal, after the name of the place and before the full stop. */
    public static final String REFUSAL =
            "contains what looks like a payment card number; it was not kept;"
                    + " write the last four digits instead";

    private CardNumber() {}

    /**
     * True if the text contains a card number: digits of any script with the prefix and length of
     * an {@link CardIssuer} and the right check digit. They may be written without separators, in
     * fours, as 4-6-5 or as 4-6-4, separated by blanks, dashes, dots or underscores. Digits that
     * people write apart are never joined, and {@link KnownCodeFormat}s are ignored. The time is
     * linear in the length of the text.
     */
    public static boolean isIn(CharSequence text) {
        return new DigitGroups(text).holdCardNumber();
    }

    /** The same for text of a URL or a form, as it is sent or percent-decoded. */
    public static boolean isInEncoded(String encoded) {
        return isIn(encoded) || isIn(decoded(encoded));
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return encoded; // malformed: the code that uses the value will refuse it
        }
    }
}
