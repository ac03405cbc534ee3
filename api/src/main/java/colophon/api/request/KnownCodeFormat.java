package colophon.api.request;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;

/**
 * Recognises codes with many digits by their form: UUIDs, hexadecimal digests and bank accounts
 * (IBAN). It reads no further than the longest code.
 */
final class KnownCodeFormat {

    private static final String UUID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    private static final int LONGEST_DIGEST = 64;

    /** The countries of ISO 13616, each with the length of its IBAN. */
    private static final Map<String, Integer> IBANS =
            Arrays.stream(
                            ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22"
                                 + " CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18"
                                 + " FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23"
                                 + " IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21"
                                 + " LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15"
                                 + " OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18"
                                 + " SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
                                 + " VG24 XK20 YE30")
                                    .split(" "))
                    .collect(
                            toUnmodifiableMap(
                                    one -> one.substring(0, 2),
                                    one -> Integer.parseInt(one.substring(2))));

    private final CharSequence text;
    private long steps;

    KnownCodeFormat(CharSequence text) {
        this.text = text;
    }

    /** The length of the code that starts there; 0 if none does. */
    int lengthAt(int start) {
        int length = uuid(start);
        if (length == 0) length = digest(start);
        if (length == 0) length = iban(start);
        return length;
    }

    /** The number of characters read so far. */
    long steps() {
        return steps;
    }

    private int uuid(int start) {
        for (int n = 0; n < UUID.length(); n++) {
            char there = at(start + n);
            if (UUID.charAt(n) == '-' ? there != '-' : !isHexadecimal(there)) return 0;
        }
        return isInWord(start + UUID.length()) ? 0 : UUID.length();
    }

    private int digest(int start) {
        boolean hasLetter = false;
        int length = 0;
        for (; length <= LONGEST_DIGEST && isHexadecimal(at(start + length)); length++)
            if (at(start + length) > '9') hasLetter = true;
        if (!hasLetter || isInWord(start + length)) return 0;
        return length == 32 || length == 40 || length == LONGEST_DIGEST ? length : 0;
    }

    /**
     * An IBAN in groups of four is recognised by its form; in one word, its check digits must be
     * right.
     */
    private int iban(int start) {
        if (!isCapital(at(start)) || !isCapital(at(start + 1))) return 0;
        if (!isDigit(at(start + 2)) || !isDigit(at(start + 3))) return 0;
        int left = IBANS.getOrDefault("" + at(start) + at(start + 1), 0);
        boolean inFours = false;
        int rest = 0;
        int end = start;
        for (int n = 0; n < left; n++, end++) {
            if (n > 0 && n % 4 == 0 && isBetweenFours(at(end))) {
                inFours = true;
                end++;
            }
            char there = at(end);
            if (!isDigit(there) && !isCapital(there)) return 0;
            if (n >= 4) rest = remainder(rest, there);
        }
        if (left == 0 || isInWord(end)) return 0;
        for (int n = 0; n < 4; n++) rest = remainder(rest, at(start + n));
        return inFours || rest == 1 ? end - start : 0;
    }

    private static int remainder(int before, char next) {
        int value = Character.digit(next, 36);
        return (value < 10 ? before * 10 + value : before * 100 + value) % 97;
    }

    private char at(int place) {
        steps++;
        return place < text.length() ? text.charAt(place) : 0;
    }

    private boolean isInWord(int place) {
        return Character.isLetterOrDigit(at(place));
    }

    private static boolean isBetweenFours(char one) {
        return one == ' ' || one == '\u00a0' || one == '-';
    }

    private static boolean isHexadecimal(char one) {
        return isDigit(one) || one >= 'a' && one <= 'f' || one >= 'A' && one <= 'F';
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    private static boolean isCapital(char one) {
        return one >= 'A' && one <= 'Z';
    }
}
