package colophon.api.request;

/**
 * The digits of a text in groups as written, read once from start to end. Only the last few groups
 * are kept, since no card number has more.
 */
final class DigitGroups {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    /** Most digits after a plus sign: the length of a telephone number (E.164). */
    private static final int LONGEST_TELEPHONE = 15;

    /** The groups in which card numbers are printed, or written by people who continue in fours. */
    private static final int[][] SHAPES = {
        {4, 4, 4, 4},
        {4, 4, 4, 4, 1},
        {4, 4, 4, 4, 2},
        {4, 4, 4, 4, 3},
        {4, 4, 4, 1},
        {4, 4, 4, 2},
        {4, 4, 4, 3},
        {4, 3, 3, 3},
        {4, 6, 5},
        {4, 6, 4},
        {6, 13},
    };

    /** Most characters between groups of one number: "4111 - 1111" is still one number. */
    private static final int WIDEST_GAP = 3;

    private static final int KEPT = 16;

    /** The separator between two groups. Groups with different separators are not one number. */
    private enum Joint {
        NONE,
        BLANK,
        DASH,
        DOT,
        UNDERSCORE
    }

    private final CharSequence text;
    private final KnownCodeFormat codes;
    private long steps;

    private final byte[][] digits = new byte[KEPT][LONGEST];
    private final int[] lengths = new int[KEPT];
    private final Joint[] joints = new Joint[KEPT];
    private final boolean[] afterLetter = new boolean[KEPT];
    private final boolean[] beforeLetter = new boolean[KEPT];
    private final boolean[] afterPlus = new boolean[KEPT];

    /** Number of groups so far, the open one included. */
    private int groups;

    private boolean isOpen;
    private boolean isInWord;
    private boolean isAfterPlus;
    private Joint gap = Joint.NONE;
    private int width;

    DigitGroups(CharSequence text) {
        this.text = text;
        this.codes = new KnownCodeFormat(text);
    }

    /** True if some groups together are a card number. Call it only once. */
    boolean holdCardNumber() {
        int at = 0;
        while (at < text.length()) {
            steps++;
            int point = Character.codePointAt(text, at);
            int size = Character.charCount(point);
            if (!isUnseen(point)) {
                int code = isInWord ? 0 : codes.lengthAt(at);
                if (code > 0) {
                    size = code;
                    other('|');
                } else if (value(point) >= 0) digit(value(point));
                else if (Character.isLetter(point)) letter();
                else other(point);
                // a group is judged once the groups after it are known
                if (isFirstOfGroup() && groups > 2 && endsCardNumber(groups - 3)) return true;
            }
            at += size;
        }
        return groups > 1 && endsCardNumber(groups - 2) || groups > 0 && endsCardNumber(groups - 1);
    }

    /** The work so far: characters read, groups and digits compared. */
    long steps() {
        return steps + codes.steps();
    }

    private boolean isFirstOfGroup() {
        return isOpen && lengths[slot(groups - 1)] == 1;
    }

    private void digit(int value) {
        if (!isOpen) begin();
        int slot = slot(groups - 1);
        if (lengths[slot] < LONGEST) digits[slot][lengths[slot]] = (byte) value;
        lengths[slot]++;
        isInWord = true;
    }

    private void begin() {
        int slot = slot(groups++);
        lengths[slot] = 0;
        joints[slot] = isInWord ? Joint.NONE : gap;
        afterLetter[slot] = isInWord;
        beforeLetter[slot] = false;
        afterPlus[slot] = isAfterPlus;
        isOpen = true;
        isAfterPlus = false;
    }

    private void letter() {
        if (isOpen) beforeLetter[slot(groups - 1)] = true;
        isOpen = false;
        isInWord = true;
        isAfterPlus = false;
        gap = Joint.NONE;
        width = WIDEST_GAP;
    }

    private void other(int point) {
        if (isOpen) {
            width = 0;
            gap = Joint.NONE;
        }
        var joint = jointOf(point);
        if (++width > WIDEST_GAP) gap = Joint.NONE;
        else gap = width == 1 ? joint : together(gap, joint);
        isOpen = false;
        isInWord = false;
        isAfterPlus = point == '+' || point == '\uff0b';
    }

    private Joint together(Joint before, Joint next) {
        if (before == next) return before;
        boolean isDashInBlanks =
                before == Joint.BLANK && next == Joint.DASH
                        || before == Joint.DASH && next == Joint.BLANK;
        if (!isDashInBlanks) width = WIDEST_GAP;
        return isDashInBlanks ? Joint.DASH : Joint.NONE;
    }

    private static Joint jointOf(int point) {
        return switch (point) {
            case '.', '\u00b7', '\uff0e' -> Joint.DOT;
            case '_', '\uff3f' -> Joint.UNDERSCORE;
            case '\u2212' -> Joint.DASH;
            default ->
                    point == '\t' || Character.getType(point) == Character.SPACE_SEPARATOR
                            ? Joint.BLANK
                            : Character.getType(point) == Character.DASH_PUNCTUATION
                                    ? Joint.DASH
                                    : Joint.NONE;
        };
    }

    /** Full-width digits, digits of other scripts and circled digits count too. */
    private static int value(int point) {
        if (Character.isDigit(point)) return Character.digit(point, 10);
        if (Character.getType(point) != Character.OTHER_NUMBER) return -1;
        int value = Character.getNumericValue(point);
        return value <= 9 ? value : -1;
    }

    /** True for characters that are invisible between two digits. */
    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.CONTROL -> !Character.isWhitespace(point);
            default -> false;
        };
    }

    private boolean endsCardNumber(int last) {
        steps++;
        if (lengths[slot(last)] >= SHORTEST && isWholeCardNumber(last)) return true;
        if (joint(last) == Joint.NONE) return false;
        for (var shape : SHAPES) {
            int first = last - shape.length + 1;
            if (has(first, shape) && isBounded(first, last) && isCardNumber(first, last))
                return true;
        }
        return false;
    }

    /** A fraction such as 0.4111… has as many digits but is not a card number. */
    private boolean isWholeCardNumber(int group) {
        boolean isFraction =
                joint(group) == Joint.DOT
                        && lengths[slot(group - 1)] == 1
                        && digits[slot(group - 1)][0] == 0
                        && joint(group - 1) == Joint.NONE;
        return !isFraction && isCardNumber(group, group);
    }

    private boolean has(int first, int[] shape) {
        if (first < 0) return false;
        for (int n = shape.length - 1; n >= 0; n--) {
            steps++;
            if (lengths[slot(first + n)] != shape[n]) return false;
            if (n == 0) continue;
            var joint = joint(first + n);
            if (joint == Joint.NONE) return false;
            // "5551-2345 5551-2346" are two telephone numbers
            if (shape[1] != 6 && joint != joint(first + 1)) return false;
        }
        return true;
    }

    /** True if the groups before and after are not part of a longer number. */
    private boolean isBounded(int first, int last) {
        var before = joint(first + 1);
        var behind = joint(last);
        if (first > 0 && joint(first) == before && isPart(first - 1, first - 1, before))
            return false;
        return last + 1 >= groups
                || joint(last + 1) != behind
                || !isPart(last + 1, last + 2, behind);
    }

    /**
     * True for a group of four or more digits with no meaning of its own: it is not part of a word
     * with letters or of a date, and not the month and year in which a card expires. Fewer digits
     * may be a card's security code or a number in a list.
     */
    private boolean isPart(int group, int edge, Joint joint) {
        steps++;
        int slot = slot(group);
        if (afterPlus[slot]) return true;
        if (lengths[slot] < 4 || afterLetter[slot] || beforeLetter[slot]) return false;
        var other = joint(edge);
        if (other != Joint.NONE) return other == joint;
        return lengths[slot] != 4 || !isMonthOrYear(firstFour(group, group));
    }

    private static boolean isMonthOrYear(int four) {
        int month = four / 100;
        int year = four % 100;
        return year >= 20 && year < 50 && (month >= 1 && month <= 12 || month == 20);
    }

    private boolean isCardNumber(int first, int last) {
        int length = 0;
        for (int group = first; group <= last; group++) length += lengths[slot(group)];
        if (length > LONGEST || afterPlus[slot(first)] && length <= LONGEST_TELEPHONE) return false;
        return CardIssuer.anyHas(firstFour(first, last), length) && hasCheckDigit(first, last);
    }

    private int firstFour(int first, int last) {
        int four = 0;
        int taken = 0;
        for (int group = first; group <= last && taken < 4; group++)
            for (int n = 0; n < lengths[slot(group)] && taken < 4; n++, taken++)
                four = four * 10 + digits[slot(group)][n];
        return four;
    }

    /** The check digit by Luhn. */
    private boolean hasCheckDigit(int first, int last) {
        int sum = 0;
        boolean isDoubled = false;
        for (int group = last; group >= first; group--)
            for (int n = lengths[slot(group)] - 1; n >= 0; n--, isDoubled = !isDoubled) {
                steps++;
                int weighed = digits[slot(group)][n] * (isDoubled ? 2 : 1);
                sum += weighed > 9 ? weighed - 9 : weighed;
            }
        return sum % 10 == 0;
    }

    /** The separator between a group and the one before it; none before the first group. */
    private Joint joint(int group) {
        return group <= 0 || group >= groups ? Joint.NONE : joints[slot(group)];
    }

    private static int slot(int group) {
        return group & (KEPT - 1);
    }
}
