package colophon.system;

import static colophon.system.driver.Answer.quoted;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProgram;
import colophon.system.driver.SharesProgram;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every wrong value for an amount of money is refused, with its field named. Unit tests count what
 * the check costs.
 */
@SharesProgram
class HostileAmountsTest {

    /**
     * A place that takes money: {@code %s} in the body stands for it, {@code field} is its name.
     */
    private record Place(String path, String field, String body) {}

    private static final List<Place> PLACES =
            List.of(
                    new Place("/offerings", "tuition", offering()),
                    new Place(
                            "/funds",
                            "budget",
                            "{'institutionId':'i','name':'F','fundedBy':'program','budget':%s}"),
                    new Place("/funds/f/contributions", "amount", "{'amount':%s}"),
                    new Place("/awards", "amount", "{'fundId':'f','studentId':'s','amount':%s}"),
                    new Place(
                            "/awards",
                            "upTo",
                            "{'fundId':'f','studentId':'s','courses':1,'upTo':%s}"),
                    new Place(
                            "/payments",
                            "amount",
                            "{'studentId':'s','institutionId':'i','method':'cash','amount':%s}"),
                    new Place("/payments/pay/refunds", "amount", "{'reason':'r','amount':%s}"),
                    new Place(
                            "/expenses",
                            "amount",
                            "{'studentId':'s','institutionId':'i','category':'meals','amount':%s}"));

    /** Texts that are no amount, or not an acceptable one. */
    private static final List<String> TEXTS =
            List.of(
                    "-1",
                    "-0.01",
                    "0",
                    "0.00",
                    "-0",
                    "1000000000",
                    "999999999.999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "9".repeat(400),
                    "0." + "0".repeat(400) + "1",
                    "1e400",
                    "1e-400",
                    "1e1000000",
                    "1E2",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "1,00",
                    "1.000,00",
                    "1,000.00",
                    "0.001",
                    "1.005",
                    "1.0000",
                    "",
                    " ",
                    " 1",
                    "1 ",
                    "1 000",
                    "1_000",
                    "+1",
                    "--1",
                    "0x10",
                    "01",
                    "00.50",
                    ".5",
                    "5.",
                    "1.0.0",
                    "１",
                    "１.００",
                    "٣",
                    "²",
                    "½",
                    "−1",
                    "$1",
                    "1 USD",
                    "1\\u0000",
                    "1\\n",
                    "\\u202e1",
                    "1;DROP TABLE events",
                    "null",
                    "true",
                    "one");

    /** JSON that is no amount. */
    private static final List<String> SHAPES =
            List.of(
                    "{'amount':1,'currency':'USD'}",
                    "{'amount':1.5,'currency':'USD'}",
                    "{'amount':-1,'currency':'USD'}",
                    "{'amount':1e400,'currency':'USD'}",
                    "{'amount':1e-400,'currency':'USD'}",
                    "{'amount':1e1000000,'currency':'USD'}",
                    "{'amount':NaN,'currency':'USD'}",
                    "{'amount':0x10,'currency':'USD'}",
                    "{'amount':01,'currency':'USD'}",
                    "{'amount':true,'currency':'USD'}",
                    "{'amount':null,'currency':'USD'}",
                    "{'amount':['1.00'],'currency':'USD'}",
                    "{'amount':{'amount':'1.00','currency':'USD'},'currency':'USD'}",
                    "{'currency':'USD'}",
                    "{'amount':'1.00'}",
                    "{'amount':'1.00','currency':null}",
                    "{'amount':'1.00','currency':''}",
                    "{'amount':'1.00','currency':'usd'}",
                    "{'amount':'1.00','currency':'ZZZ'}",
                    "{'amount':'1.00','currency':'XXX'}",
                    "{'amount':'1.00','currency':'XAU'}",
                    "{'amount':'1.00','currency':'US DOLLAR'}",
                    "{'amount':'1.00','currency':840}",
                    "{'amount':'1.00','currency':['USD']}",
                    "{'amount':'1.50','currency':'JPY'}",
                    "{'amount':'1.00','currency':'EUR'}",
                    "{'amount':'100','currency':'JPY'}",
                    "{'amount':'1.00','amount':'2.00','currency':'USD'}",
                    "{'amount':'1.00','currency':'USD','currency':'EUR'}",
                    "{'amount':'1.00','currency':'USD','scale':2}",
                    "{}",
                    "[]",
                    "['1.00','USD']",
                    "'1.00'",
                    "'1.00 USD'",
                    "1.00",
                    "1e1000000",
                    "true",
                    "null");

    @Test
    void each_is_refused_by_name_without_a_trace_in_the_log(SharedProgram shared) {
        var rows =
                Stream.concat(
                                TEXTS.stream()
                                        .map(text -> "{'amount':'" + text + "','currency':'USD'}"),
                                SHAPES.stream())
                        .toList();
        var program = shared.program();
        var head = prepare(program);
        var softly = new SoftAssertions();
        for (var place : PLACES) {
            for (var row : rows) {
                // upTo is optional, and null means that it is left out
                if (place.field.equals("upTo") && row.equals("null")) continue;
                check(softly, place, row, send(program, place, row));
            }
        }
        softly.assertAll();
        assertThat(LogFile.of(shared.data()).head()).isEqualTo(head);
        System.out.printf("Hostile amounts: %d rows at %d places%n", rows.size(), PLACES.size());
    }

    private static long prepare(Program program) {
        var campus = Campus.at(program);
        campus.student("s");
        campus.fund("f", "1000.00");
        // the same places accept a proper amount, so the refusals are about the amount
        long head = program.made("/payments", Campus.paymentBody("pay", "s", "100.00")).position();
        for (var place : PLACES)
            head = program.made(place.path, body(place, Campus.usd("1.00"))).position();
        return head;
    }

    private static Answer send(Program program, Place place, String row) {
        return program.post(place.path, body(place, quoted(row)));
    }

    private static String body(Place place, String money) {
        return quoted(place.body, money);
    }

    private static void check(SoftAssertions softly, Place place, String row, Answer answer) {
        var what = "%s %s: %s".formatted(place.path, row, answer.text());
        softly.assertThat(answer.status()).as(what).isIn(400, 422);
        softly.assertThat(answer.header("Content-Type"))
                .as(what)
                .startsWith("application/problem+json");
        softly.assertThat(answer.text()).as(what).containsAnyOf(place.field, "at line", "currency");
        softly.assertThat(answer.text())
                .as(what)
                .doesNotContain("Exception", "java.", "colophon.", "jackson");
    }

    private static String offering() {
        return "{'courseId':'c','startsOn':'2090-06-01','endsOn':'2090-06-05','capacity':9,"
                + "'tuition':%s}";
    }
}
