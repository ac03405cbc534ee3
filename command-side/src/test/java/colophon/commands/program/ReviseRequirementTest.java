package colophon.commands.program;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CERTIFICATE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PATHWAY_UNKNOWN;
import static colophon.commands.Reason.REQUIREMENT_VERSION_NOT_FOUND;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.program.CertificateDefined;
import colophon.events.program.Pathway;
import colophon.events.program.RequirementRevised;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class ReviseRequirementTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final Requirement FIVE = new Requirement.Courses(5, new CourseSet.OfProgram());
    private static final Requirement SIX = new Requirement.Courses(6, new CourseSet.OfProgram());
    private static final List<Pathway> WEB = List.of(new Pathway("web", "Web", List.of("m-1")));

    @Test
    void a_revision_is_the_next_version() {
        given(Certificate.STREAM, defined())
                .when(state -> Certificate.decide(revise(SIX, JUNE, null), state))
                .then(revised(2, SIX, JUNE, WEB));
    }

    @Test
    void a_revision_can_change_the_pathways() {
        given(Certificate.STREAM, defined())
                .when(state -> Certificate.decide(revise(FIVE, JUNE, List.of()), state))
                .then(revised(2, FIVE, JUNE, List.of()));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Certificate.STREAM, defined(), revised(2, SIX, JUNE, WEB))
                .when(state -> Certificate.decide(revise(SIX, JUNE, null), state))
                .thenNothing();
    }

    @Test
    void the_same_requirement_from_another_day_is_another_version() {
        given(Certificate.STREAM, defined(), revised(2, SIX, JUNE, WEB))
                .when(state -> Certificate.decide(revise(SIX, MAY, null), state))
                .then(revised(3, SIX, MAY, WEB));
    }

    @Test
    void refuses_to_take_away_the_pathways_the_requirement_counts() {
        var ofPathway = new Requirement.Courses(1, new CourseSet.OfPathway());
        given(Certificate.STREAM, defined())
                .when(state -> Certificate.decide(revise(ofPathway, JUNE, List.of()), state))
                .thenRefused(PATHWAY_UNKNOWN, "pathway");
    }

    @Test
    void refuses_two_pathways_of_one_id() {
        var twice = List.of(WEB.getFirst(), new Pathway("web", "Other", List.of("m-2")));
        given(Certificate.STREAM, defined())
                .when(state -> Certificate.decide(revise(FIVE, JUNE, twice), state))
                .thenRefused(ID_TAKEN, "pathways");
    }

    @Test
    void refuses_a_certificate_nobody_defined() {
        given(Certificate.STREAM)
                .when(state -> Certificate.decide(revise(SIX, JUNE, null), state))
                .thenRefused(CERTIFICATE_NOT_FOUND, "c-1");
    }

    @Test
    void the_newest_version_that_applies_on_a_day_is_in_force() {
        var certificate =
                Certificate.defined(
                        given(
                                        Certificate.STREAM,
                                        defined(),
                                        revised(2, SIX, JUNE, WEB),
                                        revised(3, FIVE, JUNE, WEB))
                                .state(),
                        "c-1");
        assertThat(certificate.inForce(MAY.minusDays(1)).number()).isEqualTo(1);
        assertThat(certificate.inForce(JUNE.minusDays(1)).number()).isEqualTo(1);
        assertThat(certificate.inForce(JUNE).number()).isEqualTo(3);
    }

    @Test
    void refuses_a_version_there_is_not() {
        for (var number : List.of(0, 2))
            given(Certificate.STREAM, defined())
                    .when(
                            state -> {
                                Certificate.defined(state, "c-1").version(number);
                                return List.of();
                            })
                    .thenRefused(REQUIREMENT_VERSION_NOT_FOUND, "c-1", number.toString());
    }

    private static ReviseRequirement revise(
            Requirement requirement, LocalDate from, @Nullable List<Pathway> pathways) {
        return new ReviseRequirement("c-1", requirement, from, pathways, false);
    }

    private static RequirementRevised revised(
            int version, Requirement requirement, LocalDate from, List<Pathway> pathways) {
        return new RequirementRevised("c-1", version, from, requirement, pathways);
    }

    private static CertificateDefined defined() {
        return new CertificateDefined(
                "c-1", "rbs", "uva", "Books", "automatic", 1, MAY, FIVE, WEB, null);
    }
}
