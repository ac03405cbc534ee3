package colophon.commands.program;

import static colophon.commands.Reason.CERTIFICATE_NOT_FOUND;
import static colophon.commands.Reason.COURSE_NOT_FOUND;
import static colophon.commands.Reason.INSTITUTION_NOT_FOUND;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.PROGRAM_NOT_FOUND;
import static colophon.commands.Reason.REQUIREMENT_TOO_COMPLEX;
import static colophon.commands.campus.Campus.TODAY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.program.RevisionPreview.Candidates;
import colophon.events.program.CertificateDefined;
import colophon.events.program.Pathway;
import colophon.events.program.RequirementRevised;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Set;

class ProgramCommandHandlerTest {

    private static final Requirement PALEOGRAPHY = courses("m-20");
    private static final Requirement ANY =
            new Requirement.Courses(1, new CourseSet.OfInstitution());

    private final CommandSide office = Campus.open();

    @Test
    void opens_a_program_and_lists_a_course_once() {
        var maps = new OpenProgram("maps", "ucla", "Maps");
        var course = new ListCourse("m-30", "maps", "Globes", null, null, List.of());

        assertThat(office.send(maps))
                .isEqualTo(CommandAnswer.created(new ProgramCommandHandler.ProgramResult("maps")));
        assertThat(office.send(maps))
                .isEqualTo(CommandAnswer.ok(new ProgramCommandHandler.ProgramResult("maps")));
        assertThat(office.send(course))
                .isEqualTo(CommandAnswer.created(new ProgramCommandHandler.ProgramResult("m-30")));
        assertThat(office.send(course))
                .isEqualTo(CommandAnswer.ok(new ProgramCommandHandler.ProgramResult("m-30")));
    }

    @Test
    void defines_a_certificate_that_applies_from_the_day_it_is_at_the_institution() {
        var answer = office.send(define("rbs", PALEOGRAPHY));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.created(
                                new ProgramCommandHandler.CertificateResult("c-1", 1)));
        assertThat(office.lastCommit())
                .containsExactly(
                        new CertificateDefined(
                                "c-1",
                                "rbs",
                                "ucla",
                                "Books",
                                "approval",
                                1,
                                TODAY,
                                PALEOGRAPHY,
                                List.of(),
                                null));
    }

    @Test
    void refuses_a_requirement_that_names_a_course_nobody_listed() {
        refused(
                define("rbs", new Requirement.AllOf(List.of(PALEOGRAPHY, courses("m-21")))),
                COURSE_NOT_FOUND);
    }

    @Test
    void refuses_a_pathway_that_names_a_course_nobody_listed() {
        var pathway = List.of(new Pathway("web", "Web", List.of("m-21")));
        refused(
                new DefineCertificate(
                        "c-1", "rbs", "Books", "approval", PALEOGRAPHY, pathway, null),
                COURSE_NOT_FOUND);
    }

    /** Refuses them also to an account with access to both institutions. */
    @Test
    void refuses_courses_of_another_institution_wherever_a_requirement_names_them() {
        Campus.openAnother(office);
        var foreign = courses("m-90");
        for (var requirement :
                List.of(
                        foreign,
                        new Requirement.AllOf(List.of(PALEOGRAPHY, foreign)),
                        new Requirement.Within(
                                Period.ofYears(8),
                                new Requirement.Choose(1, List.of(PALEOGRAPHY, foreign))),
                        new Requirement.MinimumGrade(
                                "C",
                                new Requirement.Units(
                                        BigDecimal.ONE,
                                        new CourseSet.OfList(Set.of("m-20", "m-90"))))))
            refused(define("rbs", requirement), OF_ANOTHER_INSTITUTION);
        var pathway = List.of(new Pathway("web", "Web", List.of("m-20", "m-90")));
        refused(
                new DefineCertificate(
                        "c-1", "rbs", "Books", "approval", PALEOGRAPHY, pathway, null),
                OF_ANOTHER_INSTITUTION);
        office.send(define("rbs", PALEOGRAPHY));
        refused(new ReviseRequirement("c-1", foreign, TODAY, null, false), OF_ANOTHER_INSTITUTION);
        refused(new ReviseRequirement("c-1", foreign, TODAY, null, true), OF_ANOTHER_INSTITUTION);
        refused(new ReviseRequirement("c-1", ANY, TODAY, pathway, false), OF_ANOTHER_INSTITUTION);
    }

    @Test
    void refuses_what_would_take_too_much_work_to_evaluate() {
        Requirement tree = ANY;
        for (int i = 0; i < 5; i++)
            tree =
                    new Requirement.Within(
                            Period.ofYears(9 - i),
                            new Requirement.AllOf(Collections.nCopies(3, tree)));
        refused(define("rbs", tree), REQUIREMENT_TOO_COMPLEX);
        office.send(define("rbs", PALEOGRAPHY));
        refused(new ReviseRequirement("c-1", tree, TODAY, null, false), REQUIREMENT_TOO_COMPLEX);
        refused(new ReviseRequirement("c-1", tree, TODAY, null, true), REQUIREMENT_TOO_COMPLEX);
    }

    @Test
    void revises_a_requirement_as_the_next_version() {
        office.send(define("rbs", PALEOGRAPHY));

        var before = office.commits().size();
        var answer = office.send(revise("c-1", false));

        assertThat(answer)
                .isEqualTo(CommandAnswer.ok(new ProgramCommandHandler.CertificateResult("c-1", 2)));
        assertThat(office.lastCommit())
                .containsExactly(new RequirementRevised("c-1", 2, TODAY, ANY, List.of()));
        assertThat(office.send(revise("c-1", false))).isEqualTo(answer);
        assertThat(office.lastCommit())
                .as("the same revision again changes nothing")
                .isEqualTo(office.commits().get(before));
    }

    @Test
    void a_preview_changes_nothing() {
        office.send(define("rbs", PALEOGRAPHY));
        var before = office.commits();
        var nobody = new Candidates(0, List.of());

        assertThat(office.send(revise("c-1", true)))
                .isEqualTo(
                        CommandAnswer.ok(
                                new ProgramCommandHandler.Previewed(
                                        "c-1", 2, nobody, nobody, nobody)));
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void a_preview_is_refused_like_the_revision() {
        refused(revise("c-0", true), CERTIFICATE_NOT_FOUND);
        refused(revise("c-0", false), CERTIFICATE_NOT_FOUND);
    }

    @Test
    void refuses_an_institution_and_a_program_nobody_knows() {
        refused(new OpenProgram("maps", "mit", "Maps"), INSTITUTION_NOT_FOUND);
        refused(new ListCourse("m-30", "maps", "Globes", null, null, List.of()), PROGRAM_NOT_FOUND);
        refused(define("maps", PALEOGRAPHY), PROGRAM_NOT_FOUND);
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private static ReviseRequirement revise(String id, boolean preview) {
        return new ReviseRequirement(id, ANY, TODAY, null, preview);
    }

    private static DefineCertificate define(String programId, Requirement requirement) {
        return new DefineCertificate("c-1", programId, "Books", "approval", requirement);
    }

    private static Requirement courses(String id) {
        return new Requirement.Courses(1, new CourseSet.OfList(Set.of(id)));
    }
}
