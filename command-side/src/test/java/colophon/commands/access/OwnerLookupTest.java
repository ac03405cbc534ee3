package colophon.commands.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import colophon.api.access.WriteAccess;
import colophon.commands.Refusal;
import colophon.commands.award.RankAlternates;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ReviseRequirement;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.transcript.ShareCredit;
import colophon.commands.transcript.SubstituteCourse;
import colophon.commands.transcript.TransferCredit;
import colophon.commands.transcript.WithdrawTranscriptEntry;
import colophon.events.program.Pathway;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Staff of one institution name a course of another, {@code m-90}, or one of nothing. */
class OwnerLookupTest {

    private static final WriteAccess UCLA = WriteAccess.of("registrar", Set.of("ucla"));
    private static final WriteAccess WHOLE = WriteAccess.whole("administrator");
    private static final WriteAccess STUDENT = new WriteAccess("s-1", false, false, null, "s-1");

    private final CommandSide office = Campus.open();
    private final OwnerLookup lookup = new OwnerLookup(office.subjects());

    @BeforeEach
    void another_institution() {
        Campus.openAnother(office);
        office.send(new DefineCertificate("c-1", "rbs", "Books", "approval", courses("m-20")));
    }

    @Test
    void a_foreign_course_is_refused_like_a_missing_one_wherever_a_requirement_names_it() {
        likeMissing(id -> define(courses(id), List.of()));
        likeMissing(id -> define(deep(id), List.of()));
        likeMissing(id -> new ReviseRequirement("c-1", courses(id), Campus.TODAY, null, true));
        likeMissing(id -> new ReviseRequirement("c-1", deep(id), Campus.TODAY, null, true));
    }

    @Test
    void it_is_refused_like_a_missing_one_in_a_pathway_and_in_a_substitution() {
        likeMissing(
                id ->
                        define(
                                courses("m-20"),
                                List.of(new Pathway("web", "Web", List.of("m-20", id, id)))));
        likeMissing(id -> new SubstituteCourse("u-1", "s-1", "c-1", "m-20", id, "like it"));
        likeMissing(id -> new SubstituteCourse("u-1", "s-1", "c-1", id, "m-20", "like it"));
    }

    @Test
    void an_entry_of_another_institution_is_refused_like_a_missing_one() {
        office.send(transfer("x-90", "m-90"));
        office.send(transfer("x-20", "m-20"));
        Function<String, Object> share = id -> new ShareCredit("x-3", "s-1", id, "MA", "so it is");
        Function<String, Object> withdraw = id -> new WithdrawTranscriptEntry("s-1", id, "wrong");
        for (var command : List.of(share, withdraw)) {
            assertThat(refusal(UCLA, command.apply("x-90")))
                    .isEqualTo(refusal(UCLA, command.apply("x-00")).replace("x-00", "x-90"));
            allows(UCLA, command.apply("x-20"));
            allows(WHOLE, command.apply("x-90"));
        }
        office.send(new WithdrawTranscriptEntry("s-1", "x-20", "wrong"));
        assertThat(refusal(UCLA, share.apply("x-20")))
                .isEqualTo(refusal(UCLA, share.apply("x-00")).replace("x-00", "x-20"));
    }

    @Test
    void the_first_id_in_the_order_of_the_components_is_refused() {
        assertThat(refusal(UCLA, new SubstituteCourse("u", "s-0", "c-0", "m-90", "m-0", "?")))
                .isEqualTo("STUDENT_NOT_FOUND There is no student s-0.");
        assertThat(refusal(UCLA, new SubstituteCourse("u", "s-1", "c-0", "m-90", "m-0", "?")))
                .isEqualTo("CERTIFICATE_NOT_FOUND There is no certificate c-0.");
        assertThat(refusal(UCLA, new SubstituteCourse("u", "s-1", "c-1", "m-90", "m-0", "?")))
                .isEqualTo("COURSE_NOT_FOUND There is no course m-90.");
        assertThat(refusal(UCLA, new SubstituteCourse("u", "s-1", "c-1", "m-20", "m-0", "?")))
                .isEqualTo("COURSE_NOT_FOUND There is no course m-0.");
        allows(UCLA, new SubstituteCourse("u", "s-1", "c-1", "m-20", "m-20", "?"));
    }

    @Test
    void an_account_without_limits_uses_everything_that_exists() {
        allows(WHOLE, define(courses("m-90"), List.of()));
        assertThat(refusal(WHOLE, define(deep("m-0"), List.of())))
                .isEqualTo("COURSE_NOT_FOUND There is no course m-0.");
    }

    @Test
    void what_a_command_makes_need_not_exist() {
        allows(UCLA, new DefineCertificate("c-0", "rbs", "Books", "approval", courses("m-20")));
        allows(STUDENT, new DeclareCandidacy("s-1", "c-1", false, null));
    }

    @Test
    void a_student_names_no_other_student() {
        var own = refusal(STUDENT, new DeclareCandidacy("s-0", "c-1", false, null));
        assertThat(refusal(STUDENT, new DeclareCandidacy("s-2", "c-1", false, null)))
                .isEqualTo(own.replace("s-0", "s-2"));
        assertThat(refusal(STUDENT, new RankAlternates("a-1", List.of("s-1"))))
                .isEqualTo("AWARD_NOT_FOUND There is no award a-1.");
    }

    /** Staff of one institution who study at another do not mix the two roles. */
    @Test
    void all_ids_of_a_command_are_used_in_one_role() {
        var both = new WriteAccess("s-1", false, true, Set.of("ucla"), "s-1");
        var before = office.commits();
        allows(both, transfer("x-1", "m-20"));
        allows(both, transfer("x-2", "m-90")); // as the student
        assertThat(
                        refusal(
                                both,
                                new TransferCredit(
                                        "x-3", "s-2", "m-90", null, null, null, "s", "r")))
                .isEqualTo("COURSE_NOT_FOUND There is no course m-90.");
        assertThat(office.commits()).isEqualTo(before);
    }

    private void likeMissing(Function<String, Object> command) {
        assertThat(refusal(UCLA, command.apply("m-90")))
                .isEqualTo("COURSE_NOT_FOUND There is no course m-90.");
        assertThat(refusal(UCLA, command.apply("m-00")))
                .isEqualTo("COURSE_NOT_FOUND There is no course m-00.");
        allows(UCLA, command.apply("m-20"));
    }

    private void allows(WriteAccess access, Object command) {
        assertThatNoException().isThrownBy(() -> lookup.require(access, command));
    }

    private String refusal(WriteAccess access, Object command) {
        var refusal = catchThrowableOfType(Refusal.class, () -> lookup.require(access, command));
        assertThat(refusal).describedAs(command.toString()).isNotNull();
        return refusal.reason() + " " + refusal.detail();
    }

    private static TransferCredit transfer(String id, String courseId) {
        return new TransferCredit(id, "s-1", courseId, null, null, null, "s", "r");
    }

    private static DefineCertificate define(Requirement requirement, List<Pathway> pathways) {
        return new DefineCertificate(
                "c-2", "rbs", "Books", "approval", requirement, pathways, null);
    }

    private static Requirement deep(String id) {
        return new Within(
                Period.ofYears(8),
                new AllOf(
                        List.of(
                                courses("m-20"),
                                new Choose(1, List.of(courses("m-20"), courses(id))))));
    }

    private static Requirement courses(String id) {
        return new Courses(1, new OfList(Set.of(id)));
    }
}
