package colophon.commands.student;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_DECLARED;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;

import colophon.events.privacy.Sealed;
import colophon.events.program.CertificateDefined;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentRegistered;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class DeclareCandidacyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void declares_under_the_requirement_version_in_force() {
        given(Student.SUBJECT, registered())
                .when(state -> Student.decide(declare(TODAY), certificate("c-1", 3), state, TODAY))
                .then(declared("c-1", 3, TODAY));
    }

    @Test
    void declares_today_when_no_day_is_given() {
        given(Student.SUBJECT, registered())
                .when(state -> Student.decide(declare(null), certificate("c-1", 1), state, TODAY))
                .then(declared("c-1", 1, TODAY));
    }

    @Test
    void declares_on_the_day_that_is_given() {
        var may = LocalDate.of(2026, 5, 1);
        given(Student.SUBJECT, registered())
                .when(state -> Student.decide(declare(may), certificate("c-1", 1), state, TODAY))
                .then(declared("c-1", 1, may));
    }

    @Test
    void declares_for_a_second_certificate() {
        var other = new DeclareCandidacy("s-1", "c-2", false, null);
        given(Student.SUBJECT, registered(), declared("c-1", 1, TODAY))
                .when(state -> Student.decide(other, certificate("c-2", 1), state, TODAY))
                .then(declared("c-2", 1, TODAY));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Student.SUBJECT, registered(), declared("c-1", 1, TODAY))
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
        given(Student.SUBJECT, registered(), declared("c-1", 1, TODAY))
                .when(state -> Student.decide(declare(TODAY), certificate("c-1", 1), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_declare_again_with_another_day() {
        var tomorrow = TODAY.plusDays(1);
        given(Student.SUBJECT, registered(), declared("c-1", 1, TODAY))
                .when(
                        state ->
                                Student.decide(
                                        declare(tomorrow), certificate("c-1", 1), state, TODAY))
                .thenRefused(ALREADY_DECLARED, "s-1", "c-1", "2026-06-01");
    }

    @Test
    void refuses_to_declare_again_as_matriculated() {
        var matriculated = new DeclareCandidacy("s-1", "c-1", true, null);
        given(Student.SUBJECT, registered(), declared("c-1", 1, TODAY))
                .when(state -> Student.decide(matriculated, certificate("c-1", 1), state, TODAY))
                .thenRefused(ALREADY_DECLARED, "s-1", "c-1");
    }

    @Test
    void refuses_a_student_nobody_registered() {
        given(Student.SUBJECT)
                .when(state -> Student.decide(declare(null), certificate("c-1", 1), state, TODAY))
                .thenRefused(STUDENT_NOT_FOUND, "s-1");
    }

    private static DeclareCandidacy declare(@Nullable LocalDate on) {
        return new DeclareCandidacy("s-1", "c-1", false, on);
    }

    private static CandidacyDeclared declared(String certificateId, int version, LocalDate on) {
        return new CandidacyDeclared("s-1", certificateId, "rbs", "uva", version, false, on);
    }

    private static CertificateDefined certificate(String id, int version) {
        return new CertificateDefined(
                id,
                "rbs",
                "uva",
                "Books",
                "automatic",
                version,
                TODAY,
                new Requirement.Courses(5, new CourseSet.OfProgram()));
    }

    private static StudentRegistered registered() {
        return new StudentRegistered(
                "s-1", new Sealed("Ada"), new Sealed("Lovelace"), null, "fingerprint");
    }
}
