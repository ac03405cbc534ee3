package colophon.views.progress;

import static colophon.views.Given.day;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Certificate.Version;
import colophon.views.enrollment.Enrollment;
import colophon.views.enrollment.Enrollment.Outcome;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

class EvaluationTest {

    private static final LocalDate TODAY = day("2026-06-01");
    private static final Requirement FIVE_IN_EIGHT_YEARS =
            new Within(Period.ofYears(8), new Courses(5, new OfInstitution()));

    private final List<Enrollment> enrollments = new ArrayList<>();

    @Test
    void counts_a_course_once_however_often_it_was_taken() {
        completed("e-1", "c-1", "2024-06-01");
        completed("e-2", "c-1", "2025-06-01");
        var progress = progress(new Courses(5, new OfProgram()));
        assertThat(progress.completed()).isEqualTo(1);
        assertThat(progress.counted()).extracting(c -> c.enrollmentId()).containsExactly("e-2");
        assertThat(reasons(progress)).containsExactly("e-1 course-already-counted");
    }

    @Test
    void says_why_an_outcome_does_not_count() {
        completed("e-1", "c-1", "2025-06-01");
        enrollments.add(enrollment("e-2", "c-2", "p", outcome(false, "2025-06-01")));
        enrollments.add(enrollment("e-3", "c-3", "other", outcome(true, "2025-06-01")));
        completed("e-4", "c-4", "2018-05-31");
        enrollments.add(enrollment("e-5", "c-5", "p", null));
        var requirement = new Within(Period.ofYears(8), new Courses(5, new OfProgram()));
        assertThat(reasons(progress(requirement)))
                .containsExactlyInAnyOrder(
                        "e-2 not-completed", "e-3 not-in-set", "e-4 outside-window");
    }

    @Test
    void still_counts_on_the_anniversary_and_no_longer_on_the_day_after() {
        completed("e-1", "c-1", "2018-06-01");
        assertThat(progress(FIVE_IN_EIGHT_YEARS).completed()).isEqualTo(1);
        assertThat(progress(FIVE_IN_EIGHT_YEARS).counted().getFirst().countsUntil())
                .isEqualTo(TODAY);
        assertThat(progress(FIVE_IN_EIGHT_YEARS, TODAY.plusDays(1)).completed()).isZero();
    }

    @Test
    void is_met_for_good_by_five_courses_in_any_eight_years() {
        completed("e-1", "c-1", "2000-06-01");
        for (int i = 2; i <= 4; i++) completed("e-" + i, "c-" + i, "2004-06-0" + i);
        completed("e-5", "c-5", "2008-06-01");
        var progress = progress(FIVE_IN_EIGHT_YEARS);
        assertThat(progress.status()).isEqualTo("met");
        assertThat(progress.missing()).isEmpty();
        assertThat(progress.counted()).hasSize(5).allMatch(c -> c.countsUntil() == null);
    }

    @Test
    void is_not_met_by_five_courses_in_eight_years_and_a_day() {
        completed("e-1", "c-1", "2018-06-01");
        for (int i = 2; i <= 4; i++) completed("e-" + i, "c-" + i, "2020-06-0" + i);
        completed("e-5", "c-5", "2026-06-02");
        var progress = progress(FIVE_IN_EIGHT_YEARS, day("2026-06-02"));
        assertThat(progress.completed()).isEqualTo(4);
        assertThat(progress.status()).isEqualTo("in-progress");
        assertThat(reasons(progress)).containsExactly("e-1 outside-window");
    }

    @Test
    void lets_one_completion_count_toward_every_part_that_names_it() {
        completed("e-1", "c-1", "2025-06-01");
        var progress =
                progress(
                        new AllOf(
                                List.of(
                                        new Courses(2, new OfProgram()),
                                        new Courses(1, new OfList(Set.of("c-1"))))));
        assertThat(progress.completed()).isEqualTo(2);
        assertThat(progress.required()).isEqualTo(3);
        assertThat(progress.counted()).hasSize(1);
        assertThat(progress.counted().getFirst().nodes())
                .containsExactly("/allOf/0/courses", "/allOf/1/courses");
    }

    @Test
    void lists_what_is_missing_and_would_count() {
        completed("e-1", "c-1", "2025-06-01");
        var progress = progress(new Courses(3, new OfProgram()));
        var missing = progress.missing().getFirst();
        assertThat(missing.count()).isEqualTo(2);
        assertThat(missing.of()).isEqualTo("program");
        assertThat(missing.courses()).containsExactly("c-2", "c-3", "c-4", "c-5");
    }

    @Test
    void counts_no_more_than_is_required() {
        for (int i = 1; i <= 7; i++) completed("e-" + i, "c-" + i, "2025-06-0" + i);
        assertThat(progress(FIVE_IN_EIGHT_YEARS).completed()).isEqualTo(5);
        assertThat(progress(new Courses(2, new OfInstitution())).completed()).isEqualTo(2);
    }

    private void completed(String id, String course, String on) {
        enrollments.add(enrollment(id, course, "p", outcome(true, on)));
    }

    private static Outcome outcome(boolean completed, String on) {
        return new Outcome(completed, null, day(on));
    }

    static Enrollment enrollment(
            String id, String course, String program, @Nullable Outcome outcome) {
        return new Enrollment(
                id,
                "s-1",
                "o-" + id,
                course,
                program,
                "rbs",
                day("2000-01-01"),
                id,
                outcome,
                outcome == null ? "enrolled" : "finished",
                null,
                null,
                List.of(),
                null);
    }

    static Certificate certificate(Requirement requirement) {
        var version = new Version(1, day("2000-01-01"), requirement);
        return new Certificate(
                "cert", "p", "rbs", "Title", "automatic", new TreeMap<>(Map.of(1, version)));
    }

    private Progress progress(Requirement requirement) {
        return progress(requirement, TODAY);
    }

    private Progress progress(Requirement requirement, LocalDate today) {
        return Progress.of(
                requirement,
                certificate(requirement),
                enrollments,
                today,
                () -> List.of("c-1", "c-2", "c-3", "c-4", "c-5"));
    }

    private static List<String> reasons(Progress progress) {
        return progress.notCounted().stream()
                .map(n -> n.enrollmentId() + " " + n.reason())
                .toList();
    }

    static CourseSet list(String... ids) {
        return new OfList(Set.of(ids));
    }
}
