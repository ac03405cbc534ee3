package colophon.views.history;

import static colophon.views.Given.awarded;
import static colophon.views.Given.completed;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.fund;
import static colophon.views.Given.payment;
import static colophon.views.Given.revoked;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.enrollment.CompletionReversed;
import colophon.events.fund.Coverage;
import colophon.events.payment.Payer;
import colophon.views.QuerySide;
import colophon.views.School;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

@Tag("io")
class HistoryApiTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void ada() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(student("s-2", "Ben", "Orchard"));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(enrolled("e-2", "s-2", School.BINDING));
    }

    @Test
    void tells_everything_about_a_student_newest_last() throws Exception {
        world.commit(completed("e-1", "s-1", "c-1", "2026-05-15"));
        world.commit(new CompletionReversed("e-1", "s-1", "c-1", "wrong student"));
        long last =
                world.commit(payment("p-1", "s-1", "rbs", usd("500.00"), Payer.SELF, "2026-05-20"));
        assertThat(kinds("student:s-1"))
                .containsExactly(
                        "StudentRegistered",
                        "SeatTaken",
                        "StudentEnrolled",
                        "ChargePosted",
                        "CourseCompleted",
                        "CompletionReversed",
                        "PaymentReceived");
        world.ask("/history?subject=student:s-1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].text").value("Student s-1 is registered"))
                .andExpect(jsonPath("$.items[0].givenName").value("Ada"))
                .andExpect(jsonPath("$.items[0].familyName").value("Lovelace"))
                .andExpect(jsonPath("$.items[0].effectiveOn").doesNotExist())
                .andExpect(jsonPath("$.items[0].who").value("registrar@example.org"))
                .andExpect(jsonPath("$.items[4].effectiveOn").value("2026-05-15"))
                .andExpect(jsonPath("$.items[5].reason").value("wrong student"))
                .andExpect(jsonPath("$.items[6].position").value(last))
                .andExpect(jsonPath("$.items[6].eventId").value("event-" + last + "-65535"))
                .andExpect(jsonPath("$.items[6].recordedAt").exists())
                .andExpect(
                        jsonPath("$.items[6].text")
                                .value(
                                        "Payment p-1 of 500.00 USD by self, bank-transfer,"
                                                + " ref-p-1, is received"))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    @Test
    void tells_of_an_offering_how_its_enrollments_went_on() throws Exception {
        world.commit(completed("e-1", "s-1", "c-1", "2026-05-15"));
        world.commit(enrolled("e-3", "s-1", School.PAPER));
        world.commit(completed("e-3", "s-1", "c-2", "2026-07-15"));
        assertThat(kinds("offering:o-1"))
                .containsExactly(
                        "OfferingScheduled",
                        "SeatTaken",
                        "StudentEnrolled",
                        "ChargePosted",
                        "SeatTaken",
                        "StudentEnrolled",
                        "ChargePosted",
                        "CourseCompleted");
        world.ask("/history?subject=offering:o-1")
                .andExpect(jsonPath("$.items[0].studentId").doesNotExist())
                .andExpect(jsonPath("$.items[7].studentId").value("s-1"));
    }

    @Test
    void tells_of_a_fund_what_became_of_its_awards() throws Exception {
        world.commit(fund("f-1", "rbs", "2000.00", Coverage.TUITION));
        var award = credit("a-1", "f-1", "s-1", "rbs", usd("300.00"));
        world.commit(awarded(award));
        world.commit(revoked(award));
        assertThat(kinds("fund:f-1"))
                .containsExactly(
                        "FundEstablished", "AwardOffered", "AwardAccepted", "AwardRevoked");
        world.ask("/history?subject=fund:f-1")
                .andExpect(jsonPath("$.items[3].reason").value("moved away"));
    }

    @Test
    void comes_in_pages_that_miss_nothing_while_more_happens() throws Exception {
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = world.answer("/history?subject=student:s-1&limit=2" + cursor);
            seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].eventId"));
            List<String> next = JsonPath.read(page, "$[?(@.next)].next");
            cursor = next.isEmpty() ? "" : "&cursor=" + next.getFirst();
            if (seen.size() < 40) world.commit(paid("p-" + seen.size()), paid("q-" + seen.size()));
        } while (!cursor.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        List<String> all =
                JsonPath.read(
                        world.answer("/history?subject=student:s-1&limit=200"),
                        "$.items[*].eventId");
        assertThat(all).startsWith(seen.toArray(String[]::new));
    }

    private static Object paid(String id) {
        return payment(id, "s-1", "rbs", usd("1.00"), Payer.SELF, "2026-05-20");
    }

    @Test
    void refuses_the_cursor_of_another_subject() throws Exception {
        String next = JsonPath.read(world.answer("/history?subject=student:s-1&limit=1"), "$.next");
        world.ask("/history?subject=student:s-2&cursor=" + next)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("invalid-parameter"));
    }

    @Test
    void shows_no_name_of_somebody_erased_and_never_what_is_sealed() throws Exception {
        world.ask("/history?subject=student:s-1")
                .andExpect(content().string(not(containsString("sealed"))));
        world.seals().destroy("s-1");
        world.ask("/history?subject=offering:o-1")
                .andExpect(content().string(not(containsString("Ada"))))
                .andExpect(content().string(containsString("Orchard")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s-1", "student", "student:", "Student:s-1", "payment:p-1", "a:b:c"})
    void refuses_a_subject_of_another_form(String subject) throws Exception {
        world.ask("/history?subject=" + subject)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("invalid-parameter"))
                .andExpect(
                        jsonPath("$.detail")
                                .value(containsString("student:ID, offering:ID or fund:ID")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"student:s-9", "offering:o-99", "fund:f-9"})
    void knows_nothing_of_who_is_not_there(String subject) throws Exception {
        var word = subject.substring(0, subject.indexOf(':')) + "-not-found";
        world.ask("/history?subject=" + subject)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value(word));
    }

    @Test
    void wants_a_subject() throws Exception {
        world.ask("/history").andExpect(status().isBadRequest());
    }

    private List<String> kinds(String subject) throws Exception {
        return JsonPath.read(world.answer("/history?subject=" + subject), "$.items[*].kind");
    }
}
