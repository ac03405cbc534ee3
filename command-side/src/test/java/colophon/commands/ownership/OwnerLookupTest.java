package colophon.commands.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.api.access.WriteAccess;
import colophon.commands.access.AccessCheck.ForeignReference;
import colophon.commands.award.RankAlternates;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ReviseRequirement;
import colophon.commands.transcript.SubstituteCourse;
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

/** Checks with staff of one institution and a course of another: m-90. */
class OwnerLookupTest {

    private static final WriteAccess UCLA = WriteAccess.of("registrar", Set.of("ucla"));

    private final CommandSide office = Campus.open();
    private final OwnerLookup belongings = new OwnerLookup(office.subjects());

    @BeforeEach
    void another_institution() {
        Campus.openAnother(office);
    }

    @Test
    void finds_a_course_of_another_institution_wherever_a_requirement_names_it() {
        var deep =
                new Within(
                        Period.ofYears(8),
                        new AllOf(
                                List.of(
                                        courses("m-20"),
                                        new Choose(1, List.of(courses("m-20"), courses("m-90"))))));
        for (var requirement : List.of(courses("m-90"), deep)) {
            assertThat(beyond(define(requirement, List.of()))).containsExactly("m-90");
            assertThat(beyond(new ReviseRequirement("c-1", requirement, Campus.TODAY, null, true)))
                    .containsExactly("m-90");
        }
    }

    @Test
    void finds_it_in_a_pathway_and_in_a_substitution() {
        var pathway = new Pathway("web", "Web", List.of("m-20", "m-90", "m-90"));
        assertThat(beyond(define(courses("m-20"), List.of(pathway)))).containsExactly("m-90");
        assertThat(beyond(new SubstituteCourse("u-1", "s-1", "c-1", "m-20", "m-90", "like it")))
                .containsExactly("m-90");
    }

    @Test
    void what_is_theirs_or_not_there_at_all_is_not_beyond() {
        assertThat(beyond(define(courses("m-20"), List.of()))).isEmpty();
        assertThat(beyond(define(courses("m-0"), List.of()))).isEmpty();
        assertThat(beyond(new RankAlternates("a-1", List.of("s-1", "s-2")))).isEmpty();
    }

    @Test
    void a_student_ranks_no_other_student() {
        var student = new WriteAccess("s-1", false, false, null, "s-1");
        var ranked = new RankAlternates("a-1", List.of("s-1", "s-2"));
        assertThat(belongings.foreignReferences(student, ranked))
                .extracting(ForeignReference::id)
                .contains("s-2");
    }

    private List<String> beyond(Object command) {
        return belongings.foreignReferences(UCLA, command).stream()
                .map(ForeignReference::id)
                .toList();
    }

    private static DefineCertificate define(Requirement requirement, List<Pathway> pathways) {
        return new DefineCertificate(
                "c-1", "rbs", "Books", "approval", requirement, pathways, null);
    }

    private static Requirement courses(String id) {
        return new Courses(1, new OfList(Set.of(id)));
    }
}
