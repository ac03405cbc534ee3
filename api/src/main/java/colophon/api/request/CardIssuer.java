package colophon.api.request;

import java.util.List;

/** Card issuers, by the prefixes and lengths of their numbers (ISO/IEC 7812). */
enum CardIssuer {
    VISA_13("4", "4", 13, 13),
    VISA_16("4", "4", 16, 16),
    VISA_19("4", "4", 19, 19),
    MASTERCARD("51", "55", 16, 16),
    MASTERCARD_2("2221", "2720", 16, 16),
    AMERICAN_EXPRESS_34("34", "34", 15, 15),
    AMERICAN_EXPRESS_37("37", "37", 15, 15),
    DINERS_CLUB_30("300", "305", 14, 14),
    DINERS_CLUB_3095("3095", "3095", 14, 14),
    DINERS_CLUB_36("36", "36", 14, 14),
    DINERS_CLUB_38("38", "39", 14, 14),
    DISCOVER_6011("6011", "6011", 16, 19),
    DISCOVER_644("644", "649", 16, 19),
    DISCOVER_65("65", "65", 16, 19),
    JCB("3528", "3589", 16, 19),
    /** Includes the Discover numbers from 622126 to 622925. */
    UNION_PAY_62("62", "62", 16, 19),
    UNION_PAY_81("81", "81", 16, 19);

    private static final List<CardIssuer> ALL = List.of(values());

    private final int from;
    private final int to;
    private final int beginning;
    private final int shortest;
    private final int longest;

    CardIssuer(String from, String to, int shortest, int longest) {
        this.from = Integer.parseInt(from);
        this.to = Integer.parseInt(to);
        this.beginning = from.length();
        this.shortest = shortest;
        this.longest = longest;
    }

    /** True if an issuer has numbers with these first four digits and this length. */
    static boolean anyHas(int firstFour, int length) {
        for (var one : ALL) if (one.has(firstFour, length)) return true;
        return false;
    }

    private boolean has(int firstFour, int length) {
        if (length < shortest || length > longest) return false;
        int begins = firstFour;
        for (int n = 4; n > beginning; n--) begins /= 10;
        return begins >= from && begins <= to;
    }
}
