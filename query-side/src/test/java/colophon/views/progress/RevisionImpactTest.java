package colophon.views.progress;

import static colophon.views.Given.candidacy;
import static colophon.views.Given.completed;
import static colophon.views.Given.day;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.offering;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.credential.CertificateConferred;
import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.Courses;
import colophon.views.QuerySide;
import colophon.views.School;
import colophon.views.progress.RevisionImpact.AffectedStudents;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The certificate cert-rbs requires five courses in eight years. */
@Tag("io")
class RevisionImpactTest {

    private static final AffectedStudents NOBODY = new AffectedStudents(0, List.of());

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void open() {
        School.opens(world);
    }

    @Test
    void names_who_would_be_complete() {
        candidate("s-1");
        candidate("s-2");
        complete("s-2", 1);

        assertThat(revision(1))
                .isEqualTo(
                        new RevisionImpact(
                                new AffectedStudents(1, List.of("s-2")), NOBODY, NOBODY));
        assertThat(revision(2)).isEqualTo(new RevisionImpact(NOBODY, NOBODY, NOBODY));
    }

    @Test
    void names_who_would_not_be_complete_any_more() {
        candidate("s-1");
        complete("s-1", 5);

        assertThat(revision(6))
                .isEqualTo(
                        new RevisionImpact(
                                NOBODY, new AffectedStudents(1, List.of("s-1")), NOBODY));
        assertThat(revision(5)).isEqualTo(new RevisionImpact(NOBODY, NOBODY, NOBODY));
    }

    @Test
    void who_has_the_certificate_counts_as_complete() {
        candidate("s-1");
        world.commit(
                new CertificateConferred(
                        "k-1",
                        "s-1",
                        "cert-rbs",
                        "p-rbs",
                        "rbs",
                        1,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        day("2026-05-20")));

        assertThat(revision(1))
                .isEqualTo(
                        new RevisionImpact(
                                NOBODY, new AffectedStudents(1, List.of("s-1")), NOBODY));
    }

    @Test
    void counts_everybody_and_names_the_first_two_hundred_by_id() {
        for (int i = 0; i < 1_201; i++) {
            var id = "s-%04d".formatted(i);
            candidate(id);
            if (i != 700) complete(id, 1);
        }

        var would = revision(1).wouldComplete();
        assertThat(would.count()).isEqualTo(1_200);
        assertThat(would.students())
                .isEqualTo(IntStream.range(0, 200).mapToObj("s-%04d"::formatted).toList());
    }

    @Test
    void once_the_steps_are_spent_nobody_else_is_evaluated_and_all_others_are_undecided() {
        var ids = List.of("s-1", "s-2", "s-3");
        for (var id : ids) {
            candidate(id);
            complete(id, 1);
        }
        var spent = EvaluationBudget.ofOne();
        assertThat(spent.allows(EvaluationBudget.EVALUATION)).isTrue();
        var steps = spent.spent();

        assertThat(revision(spent))
                .isEqualTo(new RevisionImpact(NOBODY, NOBODY, new AffectedStudents(3, ids)));
        assertThat(spent.spent()).as("not one step more").isEqualTo(steps);

        var almost = EvaluationBudget.ofOne();
        almost.allows(EvaluationBudget.EVALUATION - 1);
        assertThat(revision(almost))
                .isEqualTo(
                        new RevisionImpact(
                                new AffectedStudents(1, List.of("s-1")),
                                NOBODY,
                                new AffectedStudents(2, List.of("s-2", "s-3"))));
    }

    @Test
    void evaluates_the_pathways_of_the_revision() {
        candidate("s-1");
        complete("s-1", 1);

        assertThat(
                        revision(
                                new Courses(1, new OfPathway()),
                                Map.of("web", Set.of("c-1", "c-2", "c-3"))))
                .as("who chose none has none")
                .isEqualTo(new RevisionImpact(NOBODY, NOBODY, NOBODY));
    }

    private RevisionImpact revision(EvaluationBudget budget) {
        return RevisionImpact.of(
                world.snapshot(),
                "cert-rbs",
                new Courses(1, new OfInstitution()),
                Map.of(),
                budget);
    }

    private RevisionImpact revision(int courses) {
        return revision(new Courses(courses, new OfInstitution()), Map.of());
    }

    private RevisionImpact revision(Requirement requirement, Map<String, Set<String>> pathways) {
        return RevisionImpact.of(world.snapshot(), "cert-rbs", requirement, pathways);
    }

    private void candidate(String id) {
        world.commit(student(id, "Given", "Family"), candidacy(id, "cert-rbs", "p-rbs", "rbs"));
    }

    private void complete(String studentId, int courses) {
        for (int i = 1; i <= courses; i++) {
            var id = studentId + "-e" + i;
            var in = offering("o-of-c-" + i, "c-" + i, "p-rbs", "rbs", "2026-05-11", usd("1"));
            world.commit(enrolled(id, studentId, in));
            world.commit(completed(id, studentId, "c-" + i, "2026-05-15"));
        }
    }
}
