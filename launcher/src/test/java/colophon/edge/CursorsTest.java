package colophon.edge;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Base64;
import java.util.List;

/** A cursor that no list has given causes no failure, and its text is not logged. */
@Tag("io")
class CursorsTest {

    /** Texts that are no position in any list. */
    private static final List<String> PLACES =
            List.of(
                    "\n12:00:00.000 INFO  forged",
                    "1\r\n2",
                    "\u001b[2J",
                    "1\u0085",
                    "1\u2028",
                    "1\u007f",
                    "\t1",
                    " ",
                    "é",
                    "\ud83d\udcda",
                    "1".repeat(401));

    /** Texts that could be a position, in another list or in this one. */
    private static final List<String> ODD =
            List.of(
                    "x",
                    "-1",
                    "9".repeat(30),
                    "1.x",
                    ".",
                    "1.1",
                    "\u0000",
                    "\u0000\u0000\u0000",
                    "2026-02-30",
                    "$where",
                    "{}",
                    "999999999999999.99999");

    private final Served served = Served.program();

    @ParameterizedTest
    @CsvSource({
        "/institutions, institutions",
        "/programs, programs",
        "/courses, courses",
        "/certificates, certificates",
        "/offerings, offerings",
        "/students, students",
        "/payments, payments",
        "/funds, funds",
        "/erasures, erasures",
        "/dead-letters, dead-letters",
        "/history?subject=student:ada, history student:ada",
        "/students/ada/enrollments, enrollments",
        "/students/ada/amendments, amendments",
        "/students/ada/disclosures, disclosures ada",
        "/students/ada/payments, payments",
        "/students/ada/awards, awards-of-student"
    })
    void a_cursor_that_is_none_is_refused(String path, String list) {
        served.student();
        for (var place : PLACES)
            assertThat(ask(path, list + ":" + place).reason())
                    .as(path + " behind " + place)
                    .isEqualTo("400 invalid-parameter");
        for (var place : ODD)
            assertThat(ask(path, list + ":" + place).status())
                    .as(path + " behind " + place)
                    .isIn(200, 400);
        assertThat(ask(path, "another:1").reason()).isEqualTo("400 invalid-parameter");
        assertThat(ask(path, "").reason()).isEqualTo("400 invalid-parameter");
    }

    private Served.Answer ask(String path, String cursor) {
        var encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(UTF_8));
        var query = (path.contains("?") ? "&" : "?") + "cursor=" + encoded;
        return served.ask(
                "GET", "/api/v1" + path + query, Served.address(), null, served.administrator());
    }
}
