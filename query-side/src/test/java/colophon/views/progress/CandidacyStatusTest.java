package colophon.views.progress;

import static colophon.views.Given.day;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.offering;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialSuperseded;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.offering.OfferingScheduled;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CourseListed;
import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.program.RequirementRevised;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.CandidacyMoved;
import colophon.events.student.CandidacyReinstated;
import colophon.events.student.LeaveGranted;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;
import colophon.views.QuerySide;
import colophon.views.School;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Everything in the status of a certificate except the courses. Today is 2026-06-01. */
@Tag("io")
class CandidacyStatusTest {

    private static final OfferingScheduled WEB =
            offering("o-w", "w-1", "p-web", "rbs", "2026-05-04", usd("1.00"));
    private static final BigDecimal THREE = new BigDecimal("3");

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void define_a_certificate_of_nine_units_in_a_pathway() {
        School.opens(world);
        for (var id : List.of("w-1", "w-2", "w-3", "d-9"))
            world.commit(
                    new CourseListed(id, "p-web", "rbs", "Course " + id, null, THREE, List.of()));
        world.commit(WEB);
        define("cert", nine(), new Lapse(Period.ofMonths(1), null));
        world.commit(student("s-1", "Ada", "Lovelace"));
        declare("cert", "web", "2026-04-10");
    }

    @Test
    void units_of_the_pathway_count_and_what_is_missing_is_said_in_units() throws Exception {
        complete("C");
        shows("completed", 3);
        shows("required", 9);
        shows("pathway", "web");
        shows("missing[0].node", "/units");
        shows("missing[0].count", 6);
        shows("missing[0].measure", "units");
        shows("missing[0].of", "pathway");
        shows("missing[0].courses[0]", "w-2");
    }

    @Test
    void a_grade_below_the_minimum_does_not_count() throws Exception {
        complete("D");
        shows("completed", 0);
        shows("notCounted[0].reason", "grade-too-low");
    }

    @Test
    void transferred_credits_count_until_they_are_withdrawn() throws Exception {
        world.commit(
                new CreditTransferred(
                        "s-1",
                        "t-1",
                        "w-2",
                        "p-web",
                        "rbs",
                        new BigDecimal("1.50"),
                        "A",
                        day("2025-01-01"),
                        "North",
                        "same"));
        shows("completed", "1.5");
        shows("counted[0].creditId", "t-1");
        world.commit(new EntryWithdrawn("s-1", "t-1", "mistaken"));
        shows("completed", 0);
    }

    @Test
    void waivers_count_toward_the_version_they_are_of() throws Exception {
        world.commit(waiver(1));
        shows("completed", 9);
        shows("status", "met");
        shows("waived[0].waiverId", "w-1");
        shows("waived[0].reason", "known");
        world.commit(new RequirementRevised("cert", 2, day("2026-06-01"), nine(), pathways()));
        world.commit(new CandidacyMoved("s-1", "cert", 2, "data", "asked", day("2026-06-01")));
        shows("requirementVersion", 2);
        shows("pathway", "data");
        shows("completed", 0);
    }

    @Test
    void a_course_counts_as_the_one_it_substitutes() throws Exception {
        world.commit(
                new CourseSubstituted(
                        "s-1",
                        "u-1",
                        "cert",
                        "d-9",
                        "p-web",
                        "rbs",
                        "w-1",
                        "alike",
                        day("2026-06-01")));
        world.commit(new CandidacyMoved("s-1", "cert", 1, "data", "asked", day("2026-06-01")));
        complete("A");
        shows("completed", 3);
        shows("counted[0].countsAs", "d-9");
    }

    @Test
    void what_counts_toward_a_degree_or_an_earlier_certificate_is_shared() throws Exception {
        define("alone", new MaxShared(BigDecimal.ZERO, new Units(THREE, new OfProgram())), null);
        declare("alone", null, "2026-04-10");
        complete("A");
        shows("status", "met", 0);
        world.commit(new CreditShared("s-1", "h-1", "e-1", "MA", "so it is"));
        shows("notCounted[0].reason", "over-shared-limit", 0);
        world.commit(new EntryWithdrawn("s-1", "h-1", "mistaken"));
        shows("status", "met", 0);
        world.commit(conferred("k-1", null));
        shows("completed", 0, 0);
        world.commit(new CredentialRevoked("k-1", "s-1", "cert", true, "fraud", day("2026-06-02")));
        shows("status", "met", 0);
    }

    @Test
    void a_conferral_shows_with_what_earned_it() throws Exception {
        world.commit(conferred("k-1", null));
        shows("status", "conferred");
        shows("conferral.credentialId", "k-1");
        shows("conferral.conferredOn", "2026-05-20");
        shows("conferral.requirementVersion", 1);
        shows("conferral.completions[0]", "e-1");
        shows("conferral.status", "valid");
    }

    @Test
    void a_revocation_shows_with_its_reason_and_a_reinstatement_ends_it() throws Exception {
        world.commit(conferred("k-1", null));
        world.commit(new CredentialRevoked("k-1", "s-1", "cert", true, "fraud", day("2026-05-21")));
        shows("status", "revoked");
        shows("conferral.reason", "fraud");
        world.commit(new CredentialReinstated("k-1", "s-1", "cert", "cleared", day("2026-05-22")));
        shows("status", "conferred");
    }

    @Test
    void of_two_credentials_the_one_that_took_the_place_of_the_other_shows() throws Exception {
        world.commit(conferred("k-2", null));
        world.commit(
                new CredentialSuperseded("k-2", "s-1", "cert", "k-1", "wrong", day("2026-05-21")),
                conferred("k-1", "k-2"));
        shows("status", "conferred");
        shows("conferral.credentialId", "k-1");
    }

    @Test
    void a_candidacy_lapses_the_day_after_its_last_day() throws Exception {
        shows("lapsesAfter", "2026-05-10");
        shows("status", "lapsed");
    }

    @Test
    void an_enrollment_in_time_keeps_it_alive_and_one_elsewhere_does_not() throws Exception {
        world.commit(enrolled("e-9", "s-1", School.ARCHIVES));
        shows("status", "lapsed");
        world.commit(enrolled("e-1", "s-1", WEB)); // on May 1
        shows("lapsesAfter", "2026-06-01");
        shows("status", "in-progress");
    }

    @Test
    void leave_stops_the_clock() throws Exception {
        world.commit(new LeaveGranted("s-1", "cert", day("2026-05-01"), day("2026-05-22"), "ill"));
        shows("lapsesAfter", "2026-06-01");
        shows("status", "in-progress");
    }

    @Test
    void a_reinstatement_begins_the_clock_anew() throws Exception {
        world.commit(new CandidacyReinstated("s-1", "cert", "back", day("2026-05-30")));
        shows("lapsesAfter", "2026-06-30");
        shows("status", "in-progress");
    }

    @Test
    void who_met_the_requirement_does_not_lapse() throws Exception {
        world.commit(waiver(1));
        shows("status", "met");
        world.ask("/students/s-1/status")
                .andExpect(jsonPath("$.certificates[0].lapsesAfter").doesNotExist());
    }

    @Test
    void candidates_are_shown_with_the_same_status() throws Exception {
        world.ask("/certificates/cert/candidates")
                .andExpect(jsonPath("$.items[0].status").value("lapsed"))
                .andExpect(jsonPath("$.items[0].pathway").value("web"))
                .andExpect(jsonPath("$.items[0].required").value(9));
        world.commit(conferred("k-1", null));
        world.ask("/certificates/cert/candidates")
                .andExpect(jsonPath("$.items[0].status").value("conferred"));
    }

    @Test
    void what_is_still_needed_in_units_is_reckoned_at_the_cheapest_prices() throws Exception {
        world.commit(offering("o-2", "w-2", "p-web", "rbs", "2026-07-06", usd("500.00")));
        world.commit(offering("o-3", "w-3", "p-web", "rbs", "2026-07-06", usd("300.00")));
        world.commit(enrolled("e-1", "s-1", WEB));
        // one dollar, as if the course underway were passed
        world.ask("/students/s-1/status")
                .andExpect(
                        jsonPath("$.accounts[0].outOfPocketToCertificate.amount").value("801.00"));
    }

    private void define(String id, Requirement requirement, @Nullable Lapse lapse) {
        world.commit(
                new CertificateDefined(
                        id,
                        "p-web",
                        "rbs",
                        "Certificate " + id,
                        "approval",
                        1,
                        day("2020-01-01"),
                        requirement,
                        pathways(),
                        lapse));
    }

    private void declare(String certificate, @Nullable String pathway, String on) {
        world.commit(
                new CandidacyDeclared(
                        "s-1",
                        certificate,
                        "p-web",
                        "rbs",
                        1,
                        false,
                        pathway,
                        LocalDate.parse(on)));
    }

    private void complete(String grade) {
        world.commit(enrolled("e-1", "s-1", WEB));
        world.commit(
                new CourseCompleted(
                        "e-1", "s-1", "w-1", "p-web", "rbs", THREE, grade, day("2026-05-08")));
    }

    private static RequirementWaived waiver(int version) {
        return new RequirementWaived(
                "s-1", "w-1", "cert", version, "/units", null, "known", day("2026-06-01"));
    }

    private static CertificateConferred conferred(String id, @Nullable String supersedes) {
        return new CertificateConferred(
                id,
                "s-1",
                "cert",
                "p-web",
                "rbs",
                1,
                "web",
                List.of("e-1"),
                List.of(),
                supersedes,
                day("2026-05-20"));
    }

    private static Requirement nine() {
        return new MinimumGrade("C", new Units(new BigDecimal("9"), new OfPathway()));
    }

    private static List<Pathway> pathways() {
        return List.of(
                new Pathway("web", "Web", List.of("w-1", "w-2", "w-3")),
                new Pathway("data", "Data", List.of("d-9")));
    }

    private void shows(String field, Object value) throws Exception {
        shows(field, value, 0);
    }

    private void shows(String field, Object value, int certificate) throws Exception {
        world.ask("/students/s-1/status")
                .andExpect(jsonPath("$.certificates[" + certificate + "]." + field).value(value));
    }
}
