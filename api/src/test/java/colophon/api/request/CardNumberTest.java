package colophon.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

class CardNumberTest {

    /** Most steps per character. A step is a character read, or a group or digit compared. */
    private static final int STEPS_PER_CHARACTER = 40;

    private static final int MANY = 1_000 * Integer.getInteger("colophon.tries", 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111.1111.1111.1111",
                "4111_1111_1111_1111",
                "4111 - 1111 - 1111 - 1111",
                "4111\u00a01111\u202f1111\u30001111",
                "4111\u20111111\u22121111\u20131111",
                "4111\u00a01111 1111  1111",
                "4\u200b111111111111111",
                "4\u0000111111111111111",
                "4\ufe0f\u20e31\ufe0f\u20e31111111111\ufe0f\u20e31111",
                "４１１１１１１１１１１１１１１１",
                "４１１１　１１１１　１１１１　１１１１",
                "٤١١١١١١١١١١١١١١١",
                "𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏",
                "④①①①①①①①①①①①①①①①",
                "4222222222222",
                "4222 2222 2222 2",
                "4222 222 222 222",
                "4000 0000 0000 0000 006",
                "5500-0000-0000-0004",
                "2221000000000009",
                "378282246310005",
                "3782 822463 10005",
                "3782 822463-10005",
                "3782 8224 6310 005",
                "3530111333300000",
                "30569309025904",
                "3056 930902 5904",
                "3056 9309 0259 04",
                "6011 0009 9013 9424",
                "6212345678900000003",
                "6212 3456 7890 0000 003",
                "621234 5678900000003",
                "paid with 4111 1111 1111 1111 on Monday",
                "card4111111111111111",
                "4111111111111111.",
                "a,4111111111111111,123,12/27",
                "4111 1111 1111 1111 123",
                "4111 1111 1111 1111 12/27 123",
                "4111 1111 1111 1111 1227",
                "4111 1111 1111 1111 2027",
                "4111 1111 1111 1111 2026-06-15",
                "2026-06-15 4111 1111 1111 1111",
                "10.00 4111 1111 1111 1111",
                "12 4111 1111 1111 1111",
                "12 4111111111111111",
                "12345678 4111111111111111 12345678",
                "no4222222222222",
                "DK4111111111111111",
                "+4111111111111111"
            })
    void a_number_of_a_card_is_found_however_it_is_written(String text) {
        assertThat(CardNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada Winter",
                "4111111111111112",
                "411111111111",
                "41111111111111111111",
                "+49 30 1234567890",
                "+4222222222222",
                "001 212 555 0100",
                "978-3-16-148410-0",
                "9780306406157",
                "0000000000000000",
                "1764382710123",
                "20261129021830",
                "from 2026-06-25 to 2026-07-25 and from 2026-08-25",
                "41111111-1111-1111-8111-111111111111",
                "9b74c9897bac770ffc029102a200c5de",
                "a4111111111111111000000000000000",
                "DE89 3704 0044 0532 0130 00",
                "AT61 4111 1111 1111 1111",
                "seats 4111, 1111, 1111 and 1111",
                "4111/1111/1111/1111",
                "4111\n1111\n1111\n1111",
                "4111-1111 1111-1111",
                "4111 1111 1111 1111 1111 1111",
                "1111 4111 1111 1111 1111",
                "4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1",
                "41-11-11-11-11-11-11-11",
                "0.4111111111111111",
                "calrbs-rbm.preservation-1.2026"
            })
    void what_is_something_else_passes(String text) {
        assertThat(CardNumber.isIn(text)).isFalse();
    }

    @Property
    void every_number_of_every_issuer_is_found_in_every_form(
            @ForAll("cards") String number, @ForAll("seeds") int seed) {
        for (var written : forms(number)) {
            assertThat(CardNumber.isIn(written)).as(written).isTrue();
            assertThat(CardNumber.isIn(around(written, new Random(seed)))).as(written).isTrue();
        }
    }

    @Property
    void with_another_last_digit_it_is_none(
            @ForAll("cards") String number, @ForAll("seeds") int seed) {
        int last = number.charAt(number.length() - 1) - '0';
        int other = (last + 1 + Math.floorMod(seed, 9)) % 10;
        assertThat(CardNumber.isIn(number.substring(0, number.length() - 1) + other)).isFalse();
    }

    @Property
    void the_work_grows_with_the_length_alone(@ForAll("odd") String text) {
        assertStepsAreFew(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "1",
                "1-",
                "4111 ",
                "4111-1111 ",
                "4 6",
                "4111 111111 ",
                "4111111111111 ",
                "41111111-1111-1111-1111-11111111111",
                "41111111-",
                "DE12 ",
                "DE12 3456 7890 ",
                "abcdef",
                "a ",
                "0123456789abcdef0123456789abcdef ",
                "1 - ",
                "1\u0300",
                "\u0300\u0301",
                "\ud800",
                "4111111111111112 ",
                "4111 1111 1111 1112 "
            })
    void a_megabyte_of_anything_takes_no_longer_than_a_megabyte(String part) {
        assertStepsAreFew(part.repeat((1 << 20) / part.length()));
    }

    @Test
    void codes_of_other_kinds_are_not_taken_for_cards() {
        assertFew("UUID", 0.0005, random -> uuid(random).toString());
        assertFew(
                "UUID as hexadecimal", 0.0005, random -> uuid(random).toString().replace("-", ""));
        assertFew("UUID of digits", 0, CardNumberTest::uuidOfDigits);
        assertFew("UUID of digits", 0, random -> uuidOfDigits(random).replace("-", ""));
        assertFew("patron", 0, random -> withCheckDigit("2" + digits(random, 12)));
        assertFew("book", 0, random -> barcode(random));
        assertFew("books", 0, random -> barcode(random) + " " + barcode(random));
        assertFew("instant", 0, random -> instant(random).toString());
        assertFew("instants", 0, random -> instant(random) + " " + instant(random));
        assertFew("compact instant", 0, random -> compact(random, "yyyyMMddHHmmss"));
        assertFew("compact instant", 0, random -> compact(random, "yyyyMMddHHmmssSSS"));
        assertFew("milliseconds", 0, random -> "" + instant(random).toEpochMilli());
        assertFew("ISBN", 0, CardNumberTest::isbn);
        assertFew("ISBNs", 0, random -> isbn(random) + " " + isbn(random));
        assertFew(
                "ISBN in parts",
                0,
                random -> isbn(random).replaceFirst("(...)(.)(..)", "$1-$2-$3-"));
        for (var form :
                List.of(
                        "+49 30 ########",
                        "030 ########",
                        "0## ###-####",
                        "###-###-####",
                        "(0##) #######",
                        "+1 ### ### ####",
                        "0### ### ###",
                        "0### ######",
                        "#######"))
            assertFew(form, 0.0005, random -> written(form, random) + " " + written(form, random));
        for (var country : List.of("DE20", "AT18", "DK16", "NO13", "BE14", "CH19", "FR25", "SI17"))
            for (boolean inFours : List.of(false, true))
                assertFew("IBAN " + country, 0, random -> iban(country, inFours, random));
        assertFew("reference", 0, CardNumberTest::referenceOfNoIssuer);
        assertFew("reference", 0, random -> inFours(referenceOfNoIssuer(random), " "));
        assertFew(
                "amount",
                0,
                random ->
                        "%d.%04d".formatted(random.nextInt(1_000_000_000), random.nextInt(10_000)));
        assertFew(
                "key of three numbers",
                0.0005,
                random ->
                        random.nextInt(1_000_000)
                                + "-"
                                + random.nextInt(1_000_000_000)
                                + "-"
                                + random.nextInt(100_000));
    }

    @Test
    void of_random_numbers_few_are_taken_for_cards() {
        assertFew("16 digits", 1 / 35.0, random -> digits(random, 16));
        assertFew("in fours", 1 / 35.0, random -> inFours(digits(random, 16), "-"));
    }

    private static void assertFew(String what, double share, Function<Random, String> make) {
        var random = new Random(what.hashCode());
        var found = new ArrayList<String>();
        for (int n = 0; n < MANY; n++) {
            var text = make.apply(random);
            if (CardNumber.isIn(text)) found.add(text);
        }
        var some = found.subList(0, Math.min(10, found.size()));
        assertThat(found.size()).as("%s: %s", what, some).isLessThanOrEqualTo((int) (share * MANY));
    }

    private static void assertStepsAreFew(String text) {
        var groups = new DigitGroups(text);
        groups.holdCardNumber();
        assertThat(groups.steps())
                .as(() -> text.substring(0, Math.min(80, text.length())))
                .isLessThanOrEqualTo(100 + (long) STEPS_PER_CHARACTER * text.length());
    }

    private static List<String> forms(String number) {
        var forms = new ArrayList<String>();
        forms.add(number);
        for (var between : List.of(" ", "-", ".", "\u00a0", "\u2011", " - ")) {
            forms.add(inFours(number, between));
            if (number.length() == 14 || number.length() == 15)
                forms.add(number.replaceFirst("(.{4})(.{6})", "$1" + between + "$2" + between));
        }
        for (var form : List.copyOf(forms))
            for (int zero : new int[] {'٠', '०', '０'})
                forms.add(
                        form.chars()
                                .map(one -> one >= '0' && one <= '9' ? zero + one - '0' : one)
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append)
                                .toString());
        return forms;
    }

    private static String around(String number, Random random) {
        var before = List.of("", "card ", "no. 12, ", "2026-06-15 ", "(", "a", "1;", "\"", "12 ");
        var behind = List.of("", " paid", ", 12", " 12/27", ")", ";1", "\"", " 123", ".");
        return before.get(random.nextInt(before.size()))
                + number
                + behind.get(random.nextInt(behind.size()));
    }

    private static String inFours(String number, String between) {
        return number.replaceAll("(.{4})(?=.)", "$1" + between);
    }

    private static String digits(Random random, int count) {
        var digits = new StringBuilder();
        while (digits.length() < count) digits.append(random.nextInt(10));
        return digits.toString();
    }

    private static UUID uuid(Random random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes);
    }

    private static String uuidOfDigits(Random random) {
        return written("########-####-####-####-############", random);
    }

    private static String barcode(Random random) {
        return withCheckDigit("3" + (1 + random.nextInt(5)) + digits(random, 11));
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private static String compact(Random random, String pattern) {
        var at =
                Instant.ofEpochSecond(
                        Math.abs((long) random.nextInt()), random.nextInt(1_000_000_000));
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private static String isbn(Random random) {
        var digits = "97" + (8 + random.nextInt(2)) + digits(random, 9);
        int sum = 0;
        for (int n = 0; n < 12; n++) sum += (digits.charAt(n) - '0') * (n % 2 == 0 ? 1 : 3);
        return digits + (10 - sum % 10) % 10;
    }

    private static String iban(String country, boolean inFours, Random random) {
        var digits = digits(random, Integer.parseInt(country.substring(2)) - 2);
        var letters = country.substring(0, 2);
        var asNumber =
                digits
                        + Character.digit(letters.charAt(0), 36)
                        + Character.digit(letters.charAt(1), 36)
                        + "00";
        int check = 98 - new BigInteger(asNumber).mod(BigInteger.valueOf(97)).intValue();
        var iban = letters + "%02d".formatted(check) + digits;
        return inFours ? inFours(iban, " ") : iban;
    }

    /** A number with the right check digit, but the prefix of no issuer. */
    private static String referenceOfNoIssuer(Random random) {
        var beginning =
                List.of(
                        "0", "1", "20", "23", "29", "31", "33", "50", "56", "60", "63", "66", "7",
                        "80", "9");
        // the Mastercard prefixes that start with 2 end at 2720
        var first = beginning.get(random.nextInt(beginning.size()));
        if (first.equals("23")) first = "2800";
        return withCheckDigit(
                (first.equals("60") ? "6012" : first)
                        + digits(random, 15 - (first.equals("60") ? 4 : first.length())));
    }

    private static String written(String form, Random random) {
        var text = new StringBuilder();
        form.chars()
                .forEach(
                        one ->
                                text.append(
                                        one == '#'
                                                ? (char) ('0' + random.nextInt(10))
                                                : (char) one));
        return text.toString();
    }

    @Test
    void days_are_none() {
        for (var day = LocalDate.of(1900, 1, 1); day.getYear() < 2200; day = day.plusDays(1))
            for (var pattern : List.of("yyyy-MM-dd", "yyyyMMdd", "dd.MM.yyyy"))
                assertThat(
                                CardNumber.isIn(
                                        day.format(
                                                DateTimeFormatter.ofPattern(pattern, Locale.ROOT))))
                        .isFalse();
    }

    @Provide
    Arbitrary<Integer> seeds() {
        return Arbitraries.integers();
    }

    @Provide
    Arbitrary<String> odd() {
        var parts =
                Arbitraries.of(
                        "4",
                        "1",
                        "11",
                        "4111",
                        "1111",
                        "111111",
                        "4111111111111",
                        " ",
                        "-",
                        ".",
                        " - ",
                        "\u00a0",
                        "a",
                        "f",
                        "DE12",
                        "AT61",
                        "\u0300",
                        "\u200b",
                        "４",
                        "\ud835\udfd2",
                        "\ud800",
                        "+",
                        "0.",
                        ",",
                        "41111111-1111-1111-1111-11111111111",
                        "é",
                        "/");
        return parts.list().ofMaxSize(400).map(list -> String.join("", list));
    }

    /** Card numbers with the prefixes and lengths of the card issuers. */
    @Provide
    Arbitrary<String> cards() {
        var kinds =
                Arbitraries.of(
                                "4:13",
                                "4:16",
                                "4:19",
                                "51:16",
                                "55:16",
                                "2221:16",
                                "2720:16",
                                "2500:16",
                                "34:15",
                                "37:15",
                                "300:14",
                                "305:14",
                                "3095:14",
                                "36:14",
                                "38:14",
                                "39:14",
                                "6011:16",
                                "6011:17",
                                "6011:18",
                                "6011:19",
                                "644:16",
                                "649:16",
                                "65:16",
                                "65:19",
                                "622126:16",
                                "622925:16",
                                "3528:16",
                                "3589:16",
                                "3528:19",
                                "62:16",
                                "62:17",
                                "62:18",
                                "62:19",
                                "81:16",
                                "81:19")
                        .edgeCases(config -> config.none());
        return Combinators.combine(kinds, Arbitraries.strings().numeric().ofLength(18))
                .as(
                        (kind, rest) -> {
                            var parts = kind.split(":");
                            int length = Integer.parseInt(parts[1]);
                            return withCheckDigit((parts[0] + rest).substring(0, length - 1));
                        });
    }

    private static String withCheckDigit(String digits) {
        return digits + (10 - luhnOf(digits + "0")) % 10;
    }

    private static int luhnOf(String digits) {
        int sum = 0;
        boolean doubled = false;
        for (int n = digits.length() - 1; n >= 0; n--, doubled = !doubled) {
            int value = (digits.charAt(n) - '0') * (doubled ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return sum % 10;
    }
}
