package colophon.commands.student;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_DECLARED;
import static colophon.commands.Reason.PATHWAY_UNKNOWN;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;

import colophon.commands.program.Certificate;
import colophon.events.privacy.Sealed;
import colophon.events.program.CertificateDefined;
import colophon.events.program.Pathway;
import colophon.events.program.RequirementRevised;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentRegistered;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class DeclareCandidacyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void declares_under_the_requirement_version_in_force() {
        given(Student.STREAM, registered())
                .when(state -> Student.decide(declare(TODAY), certificate("c-1", 3), state, TODAY))
                .then(declared("c-1", 3, TODAY));
    }

    @Test
    void declares_under_the_version_in_force_on_the_day_it_is_declared_for() {
        var day = TODAY.minusYears(1).minusDays(1);
        given(Student.STREAM, registered())
                .when(state -> Student.decide(declare(day), certificate("c-1", 3), state, TODAY))
                .then(declared("c-1", 1, day));
    }

    @Test
    void declares_under_the_first_version_for_a_day_before_it() {
        var day = TODAY.minusYears(20);
        given(Student.STREAM, registered())
                .when(state -> Student.decide(declare(day), certificate("c-1", 3), state, TODAY))
                .then(declared("c-1", 1, day));
    }

    @Test
    void declares_in_a_pathway() {
        given(Student.STREAM, registered())
                .when(state -> Student.decide(declareIn("web"), pathways(), state, TODAY))
                .then(new CandidacyDeclared("s-1", "c-1", "rbs", "uva", 1, false, "web", TODAY));
    }

    @Test
    void refuses_to_declare_without_the_pathway_that_has_to_be_chosen() {
        given(Student.STREAM, registered())
                .when(state -> Student.decide(declareIn(null), pathways(), state, TODAY))
                .thenRefused(PATHWAY_UNKNOWN, "web");
    }

    @Test
    void refuses_a_pathway_the_certificate_does_not_have() {
        given(Student.STREAM, registered())
                .when(state -> Student.decide(declareIn("data"), pathways(), state, TODAY))
                .thenRefused(PATHWAY_UNKNOWN, "data", "web");
        given(Student.STREAM, registered())
                .when(
                        state ->
                                Student.decide(
                                        declareIn("web"), certificate("c-1", 1), state, TODAY))
                .thenRefused(PATHWAY_UNKNOWN, "web");
    }

    @Test
    void refuses_to_declare_again_in_another_pathway() {
        given(
                        Student.STREAM,
                        registered(),
                        new CandidacyDeclared("s-1", "c-1", "rbs", "uva", 1, false, "web", TODAY))
                .when(state -> Student.decide(declareIn("data"), pathways(), state, TODAY))
                .thenRefused(ALREADY_DECLARED, "s-1", "c-1");
    }

    @Test
    void declares_today_when_no_day_is_given() {
        given(Student.STREAM, registered())
                .when(state -> Student.decide(declare(null), certificate("c-1", 1), state, TODAY))
                .then(declared("c-1", 1, TODAY));
    }

    @Test
    void declares_on_the_day_that_is_given() {
        var may = LocalDate.of(2026, 5, 1);
        given(Student.STREAM, registered())
                .when(state -> Student.decide(declare(may), certificate("c-1", 1), state, TODAY))
                .then(declared("c-1", 1, may));
    }

    @Test
    void declares_for_a_second_certificate() {
        var other = new DeclareCandidacy("s-1", "c-2", false, null);
        given(Student.STREAM, registered(), declared("c-1", 1, TODAY))
                .when(state -> Student.decide(other, certificate("c-2", 1), state, TODAY))
                .then(declared("c-2", 1, TODAY));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Student.STREAM, registered(), declared("c-1", 1, TODAY))
                .when(
                        state ->
                                Student.decide(
                                        declare(null),
                                        certificate("c-1", 1),
                                        state,
                                        TODAY.plusDays(1)))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_that_names_the_day() {
        given(Student.STREAM, registered(), declared("c-1", 1, TODAY))
                .when(state -> Student.decide(declare(TODAY), certificate("c-1", 1), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_declare_again_with_another_day() {
        var tomorrow = TODAY.plusDays(1);
        given(Student.STREAM, registered(), declared("c-1", 1, TODAY))
                .when(
                        state ->
                                Student.decide(
                                        declare(tomorrow), certificate("c-1", 1), state, TODAY))
                .thenRefused(ALREADY_DECLARED, "s-1", "c-1", "2026-06-01");
    }

    @Test
    void refuses_to_declare_again_as_matriculated() {
        var matriculated = new DeclareCandidacy("s-1", "c-1", true, null);
        given(Student.STREAM, registered(), declared("c-1", 1, TODAY))
                .when(state -> Student.decide(matriculated, certificate("c-1", 1), state, TODAY))
                .thenRefused(ALREADY_DECLARED, "s-1", "c-1");
    }

    @Test
    void refuses_a_student_nobody_registered() {
        given(Student.STREAM)
                .when(state -> Student.decide(declare(null), certificate("c-1", 1), state, TODAY))
                .thenRefused(STUDENT_NOT_FOUND, "s-1");
    }

    private static DeclareCandidacy declareIn(@Nullable String pathway) {
        return new DeclareCandidacy("s-1", "c-1", false, pathway, null);
    }

    private static Certificate.Defined pathways() {
        return certificate("c-1", 1, List.of(new Pathway("web", "Web", List.of("m-1"))));
    }

    private static DeclareCandidacy declare(@Nullable LocalDate on) {
        return new DeclareCandidacy("s-1", "c-1", false, on);
    }

    private static CandidacyDeclared declared(String certificateId, int version, LocalDate on) {
        return new CandidacyDeclared("s-1", certificateId, "rbs", "uva", version, false, null, on);
    }

    /** A certificate with this many versions; the last one applies from today on. */
    private static Certificate.Defined certificate(String id, int versions) {
        return certificate(id, versions, List.of());
    }

    private static Certificate.Defined certificate(
            String id, int versions, List<Pathway> pathways) {
        var any = new Requirement.Courses(5, new CourseSet.OfProgram());
        Certificate state =
                Certificate.evolve(
                        Certificate.STREAM.initial(),
                        new CertificateDefined(
                                id,
                                "rbs",
                                "uva",
                                "Books",
                                "automatic",
                                1,
                                TODAY.minusYears(versions),
                                any,
                                pathways,
                                null));
        for (int n = 2; n <= versions; n++)
            state =
                    Certificate.evolve(
                            state,
                            new RequirementRevised(
                                    id, n, TODAY.minusYears(versions - n), any, pathways));
        return Certificate.defined(state, id);
    }

    private static StudentRegistered registered() {
        return new StudentRegistered(
                "s-1", new Sealed("Ada"), new Sealed("Lovelace"), null, "fingerprint");
    }
}
