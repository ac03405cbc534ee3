package colophon.commands.program;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CERTIFICATE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PATHWAY_UNKNOWN;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.program.CertificateDefined;
import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.program.ProgramOpened;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

class DefineCertificateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final ProgramOpened PROGRAM = new ProgramOpened("rbs", "uva", "Rare books");
    private static final Requirement FIVE_IN_EIGHT_YEARS =
            new Requirement.Within(
                    Period.ofYears(8), new Requirement.Courses(5, new CourseSet.OfProgram()));

    private static final Requirement SIXTEEN_UNITS =
            new Requirement.Units(new BigDecimal("16"), new CourseSet.OfPathway());
    private static final List<Pathway> PATHWAYS =
            List.of(new Pathway("web", "Web Programming", List.of("m-1")));
    private static final Lapse YEAR = new Lapse(Period.ofYears(1), null);

    @Test
    void defines_a_certificate_whose_first_requirement_applies_from_today() {
        given(Certificate.STREAM)
                .when(state -> Certificate.decide(define(), PROGRAM, state, TODAY))
                .then(defined());
    }

    @Test
    void recognises_a_repeated_request_on_any_later_day() {
        given(Certificate.STREAM, defined())
                .when(state -> Certificate.decide(define(), PROGRAM, state, TODAY.plusDays(9)))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_a_certificate_with_another_title() {
        refused(new DefineCertificate("c-1", "rbs", "Maps", "automatic", FIVE_IN_EIGHT_YEARS));
    }

    @Test
    void refuses_the_id_of_a_certificate_of_another_program() {
        refused(new DefineCertificate("c-1", "map", "Books", "automatic", FIVE_IN_EIGHT_YEARS));
    }

    @Test
    void refuses_the_id_of_a_certificate_with_another_conferral() {
        refused(new DefineCertificate("c-1", "rbs", "Books", "approval", FIVE_IN_EIGHT_YEARS));
    }

    @Test
    void refuses_the_id_of_a_certificate_with_another_requirement() {
        var four = new Requirement.Courses(4, new CourseSet.OfProgram());
        refused(new DefineCertificate("c-1", "rbs", "Books", "automatic", four));
    }

    @Test
    void defines_pathways_and_when_a_candidacy_ends() {
        given(Certificate.STREAM)
                .when(state -> Certificate.decide(defineWith(PATHWAYS), PROGRAM, state, TODAY))
                .then(
                        new CertificateDefined(
                                "c-1",
                                "rbs",
                                "uva",
                                "Books",
                                "automatic",
                                1,
                                TODAY,
                                SIXTEEN_UNITS,
                                PATHWAYS,
                                YEAR));
    }

    @Test
    void refuses_the_id_of_a_certificate_with_other_pathways_or_another_clock() {
        refused(
                new DefineCertificate(
                        "c-1", "rbs", "Books", "automatic", FIVE_IN_EIGHT_YEARS, PATHWAYS, null));
        refused(
                new DefineCertificate(
                        "c-1", "rbs", "Books", "automatic", FIVE_IN_EIGHT_YEARS, List.of(), YEAR));
    }

    @Test
    void refuses_to_count_courses_of_a_pathway_where_there_is_none() {
        given(Certificate.STREAM)
                .when(state -> Certificate.decide(defineWith(List.of()), PROGRAM, state, TODAY))
                .thenRefused(PATHWAY_UNKNOWN, "pathway");
    }

    @Test
    void refuses_two_pathways_of_one_id() {
        var twice = List.of(PATHWAYS.getFirst(), new Pathway("web", "Other", List.of("m-2")));
        given(Certificate.STREAM)
                .when(state -> Certificate.decide(defineWith(twice), PROGRAM, state, TODAY))
                .thenRefused(ID_TAKEN, "pathways");
    }

    @Test
    void is_known_from_then_on_and_not_before() {
        assertThat(Certificate.require(given(Certificate.STREAM, defined()).state(), "c-1"))
                .isEqualTo(defined());
        given(Certificate.STREAM)
                .when(
                        state -> {
                            Certificate.require(state, "c-1");
                            return List.of();
                        })
                .thenRefused(CERTIFICATE_NOT_FOUND, "c-1");
    }

    private static void refused(DefineCertificate other) {
        given(Certificate.STREAM, defined())
                .when(state -> Certificate.decide(other, PROGRAM, state, TODAY))
                .thenRefused(ID_TAKEN, "c-1");
    }

    private static DefineCertificate defineWith(List<Pathway> pathways) {
        return new DefineCertificate(
                "c-1", "rbs", "Books", "automatic", SIXTEEN_UNITS, pathways, YEAR);
    }

    private static DefineCertificate define() {
        return new DefineCertificate("c-1", "rbs", "Books", "automatic", FIVE_IN_EIGHT_YEARS);
    }

    private static CertificateDefined defined() {
        return new CertificateDefined(
                "c-1",
                "rbs",
                "uva",
                "Books",
                "automatic",
                1,
                TODAY,
                FIVE_IN_EIGHT_YEARS,
                List.of(),
                null);
    }
}
