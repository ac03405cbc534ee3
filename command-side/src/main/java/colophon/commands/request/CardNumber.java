package colophon.commands.request;

/**
 * What looks like the number of a payment card. Nothing here needs one, and what is stored here is
 * stored for ever: so no text may hold any, in whatever field it comes.
 */
public final class CardNumber {

    /** What a refusal says of it, after the name of the place and before a full stop. */
    public static final String REFUSAL =
            "holds what looks like the number of a payment card; it was not kept,"
                    + " write the last four digits instead";

    private CardNumber() {}

    /**
     * True if one is in it: digits of any script that begin as an {@link Issuer} begins its
     * numbers, in one of their lengths, with the right check digit, written as people write them:
     * without separators, in fours, as 4-6-5 or 4-6-4, with blanks, dashes, dots or underscores
     * between; alone or in other text. Digits that people write apart are never put together, and
     * {@link KnownCode}s are left out. The time it takes grows with the length of the text alone.
     */
    public static boolean isIn(CharSequence text) {
        return new DigitGroups(text).holdCardNumber();
    }
}
