package colophon.events.progress;

import static colophon.events.progress.StudentRecord.TODAY;
import static colophon.events.progress.StudentRecord.list;
import static colophon.events.progress.StudentRecord.units;
import static colophon.events.progress.StudentRecord.unitsOfProgram;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MaxTransferred;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

class RequirementProgressTest {

    private static final Requirement FIVE_IN_EIGHT_YEARS =
            new Within(Period.ofYears(8), new Courses(5, new OfInstitution()));

    private final StudentRecord study = new StudentRecord();

    @Test
    void counts_a_course_once_however_often_it_was_taken() {
        study.completed("c-1", "2024-06-01");
        study.completed("c-1", "2025-06-01");
        var progress = study.progress(new Courses(5, new OfProgram()));
        assertThat(progress.completed()).isEqualTo(1);
        assertThat(progress.counted()).extracting(c -> c.enrollmentId()).containsExactly("e-2");
        assertThat(StudentRecord.reasons(progress)).containsExactly("e-1 course-already-counted");
    }

    @Test
    void says_why_an_outcome_does_not_count() {
        study.completed("c-1", "2025-06-01");
        study.failed("c-2", "2025-06-01");
        study.completedElsewhere("c-3", "other", "2025-06-01");
        study.completed("c-4", "2018-05-31");
        var requirement = new Within(Period.ofYears(8), new Courses(5, new OfProgram()));
        assertThat(study.reasons(requirement))
                .containsExactlyInAnyOrder(
                        "e-2 not-completed", "e-3 not-in-set", "e-4 outside-window");
    }

    @Test
    void still_counts_on_the_anniversary_and_no_longer_on_the_day_after() {
        study.completed("c-1", "2018-06-01");
        assertThat(study.progress(FIVE_IN_EIGHT_YEARS).completed()).isEqualTo(1);
        assertThat(study.progress(FIVE_IN_EIGHT_YEARS).counted().getFirst().countsUntil())
                .isEqualTo(TODAY);
        assertThat(study.progress(FIVE_IN_EIGHT_YEARS, TODAY.plusDays(1)).completed()).isEqualTo(0);
    }

    @Test
    void is_met_for_good_by_five_courses_in_any_eight_years() {
        study.completed("c-1", "2000-06-01");
        for (int i = 2; i <= 4; i++) study.completed("c-" + i, "2004-06-0" + i);
        study.completed("c-5", "2008-06-01");
        var progress = study.progress(FIVE_IN_EIGHT_YEARS);
        assertThat(progress.met()).isTrue();
        assertThat(progress.missing()).isEmpty();
        assertThat(progress.counted()).hasSize(5).allMatch(c -> c.countsUntil() == null);
    }

    @Test
    void is_not_met_by_five_courses_in_eight_years_and_a_day() {
        study.completed("c-1", "2018-06-01");
        for (int i = 2; i <= 4; i++) study.completed("c-" + i, "2020-06-0" + i);
        study.completed("c-5", "2026-06-02");
        var progress = study.progress(FIVE_IN_EIGHT_YEARS, LocalDate.parse("2026-06-02"));
        assertThat(progress.completed()).isEqualTo(4);
        assertThat(progress.met()).isFalse();
        assertThat(progress.undecided()).isFalse();
        assertThat(StudentRecord.reasons(progress)).containsExactly("e-1 outside-window");
    }

    @Test
    void lets_one_completion_count_toward_every_part_that_names_it() {
        study.completed("c-1", "2025-06-01");
        var progress =
                study.progress(
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
        study.completed("c-1", "2025-06-01");
        var progress = study.progress(new Courses(3, new OfProgram()));
        var missing = progress.missing().getFirst();
        assertThat(missing.count()).isEqualTo(2);
        assertThat(missing.of()).isEqualTo("program");
        assertThat(missing.courses()).containsExactly("c-2", "c-3", "c-4", "c-5");
    }

    @Test
    void counts_no_more_than_is_required() {
        for (int i = 1; i <= 7; i++) study.completed("c-" + i, "2025-06-0" + i);
        assertThat(study.progress(FIVE_IN_EIGHT_YEARS).completed()).isEqualTo(5);
        assertThat(study.progress(new Courses(2, new OfInstitution())).completed()).isEqualTo(2);
    }

    @Test
    void adds_up_units_exactly_and_shows_decimals_as_text() {
        study.completed("c-1", "1.5", null, "2025-06-01");
        study.completed("c-2", "3", null, "2025-06-01");
        var progress = study.progress(unitsOfProgram("16"));
        assertThat(progress.completed()).isEqualTo("4.5");
        assertThat(progress.required()).isEqualTo(16);
        var missing = progress.missing().getFirst();
        assertThat(missing.node()).isEqualTo("/units");
        assertThat(missing.count()).isEqualTo("11.5");
        assertThat(missing.measure()).isEqualTo("units");
        assertThat(missing.of()).isEqualTo("program");
    }

    @Test
    void counts_no_more_units_than_are_required() {
        for (int i = 1; i <= 4; i++) study.completed("c-" + i, "3", null, "2025-06-01");
        assertThat(study.progress(unitsOfProgram("10")).completed()).isEqualTo(10);
        assertThat(study.progress(unitsOfProgram("10")).met()).isTrue();
    }

    @Test
    void counts_the_units_of_a_course_once_however_often_it_was_taken() {
        study.completed("c-1", "3", null, "2024-06-01");
        study.completed("c-1", "3", null, "2025-06-01");
        assertThat(study.progress(unitsOfProgram("9")).completed()).isEqualTo(3);
        assertThat(study.reasons(unitsOfProgram("9")))
                .containsExactly("e-1 course-already-counted");
    }

    @Test
    void a_course_without_units_counts_toward_no_units() {
        study.completed("c-1", "2025-06-01");
        assertThat(study.reasons(unitsOfProgram("9"))).containsExactly("e-1 no-units");
    }

    @Test
    void a_grade_below_the_minimum_does_not_count_and_neither_does_none() {
        study.completed("c-1", "3", "C-", "2025-06-01");
        study.completed("c-2", "3", null, "2025-06-01");
        study.completed("c-3", "3", "passed", "2025-06-01");
        study.completed("c-4", "3", "C", "2025-06-01");
        study.completed("c-5", "3", "CR", "2025-06-01");
        var requirement = new MinimumGrade("C", unitsOfProgram("9"));
        assertThat(study.progress(requirement).completed()).isEqualTo(6);
        assertThat(study.reasons(requirement))
                .containsExactlyInAnyOrder("e-1 grade-too-low", "e-2 no-grade", "e-3 no-grade");
    }

    @Test
    void a_course_passed_well_and_later_badly_counts() {
        study.completed("c-1", "3", "A", "2024-06-01");
        study.completed("c-1", "3", "D", "2025-06-01");
        var requirement = new MinimumGrade("C", unitsOfProgram("9"));
        assertThat(study.progress(requirement).completed()).isEqualTo(3);
    }

    @Test
    void counts_courses_of_the_chosen_pathway_only() {
        study.in("c-1", "c-2").completed("c-1", "3", null, "2025-06-01");
        study.completed("c-3", "3", null, "2025-06-01");
        var requirement = new Units(units("6"), new OfPathway());
        var progress = study.progress(requirement);
        assertThat(progress.completed()).isEqualTo(3);
        assertThat(study.reasons(requirement)).containsExactly("e-2 not-in-pathway");
        assertThat(progress.missing().getFirst().courses()).containsExactly("c-2");
    }

    @Test
    void no_more_transferred_units_count_than_may() {
        study.transferred("c-1", "3", "A", "2020-06-01");
        study.transferred("c-2", "3", "A", "2021-06-01");
        study.transferred("c-3", "3", "A", "2022-06-01");
        study.completed("c-4", "3", "A", "2025-06-01");
        var requirement = new MaxTransferred(units("6"), unitsOfProgram("12"));
        assertThat(study.progress(requirement).completed()).isEqualTo(9);
        assertThat(study.reasons(requirement)).containsExactly("e-1 over-transferred-limit");
    }

    @Test
    void no_more_shared_units_count_than_may_and_the_best_choice_of_them_does() {
        study.shared("c-1", "4", "A", "2024-06-01");
        study.shared("c-2", "3", "A", "2023-06-01");
        study.shared("c-3", "3", "A", "2022-06-01");
        var requirement = new MaxShared(units("6"), unitsOfProgram("9"));
        assertThat(study.progress(requirement).completed()).isEqualTo(6);
        assertThat(study.reasons(requirement)).containsExactly("e-1 over-shared-limit");
    }

    @Test
    void a_cap_does_not_touch_what_no_node_counts() {
        study.shared("x-1", "6", "A", "2024-06-01");
        study.shared("c-1", "6", "A", "2024-06-01");
        var requirement = new MaxShared(units("6"), new Courses(1, list("c-1")));
        assertThat(study.progress(requirement).met()).isTrue();
    }

    @Test
    void asks_of_a_choice_what_lacks_least() {
        study.completed("c-1", "2025-06-01");
        study.completed("c-2", "2025-06-01");
        study.completed("c-4", "2025-06-01");
        var requirement =
                new Choose(
                        1,
                        List.of(
                                new Courses(2, list("c-4", "c-5", "c-6")),
                                new Courses(3, list("c-1", "c-2", "c-3")),
                                new Courses(2, list("c-7", "c-8"))));
        var progress = study.progress(requirement);
        assertThat(progress.required()).isEqualTo(2);
        assertThat(progress.completed()).isEqualTo(1);
        assertThat(progress.missing()).hasSize(1);
        assertThat(progress.missing().getFirst().node()).isEqualTo("/choose/of/0/courses");
        assertThat(study.reasons(requirement))
                .containsExactlyInAnyOrder("e-1 another-choice", "e-2 another-choice");
        study.completed("c-3", "2025-06-01");
        assertThat(study.progress(requirement).met()).isTrue();
    }

    @Test
    void what_is_waived_need_not_be_done() {
        study.completed("c-1", "2025-06-01").waived("/courses", "2");
        var progress = study.progress(new Courses(4, new OfProgram()));
        assertThat(progress.completed()).isEqualTo(3);
        assertThat(progress.missing().getFirst().count()).isEqualTo(1);
        assertThat(progress.waived())
                .containsExactly(new RequirementProgress.Waived("w-1", "/courses", 2, "known"));
    }

    @Test
    void a_node_that_is_waived_altogether_is_met() {
        study.waived("/units", null);
        assertThat(study.progress(unitsOfProgram("16")).met()).isTrue();
        assertThat(study.progress(new Within(Period.ofYears(1), unitsOfProgram("1"))).met())
                .isTrue();
    }

    @Test
    void no_more_is_waived_than_is_asked() {
        study.waived("/courses", "2").waived("/courses", null);
        var leaf = study.evaluation(new Courses(3, new OfProgram())).leaves().getFirst();
        assertThat(leaf.waived()).isEqualByComparingTo("3");
        assertThat(leaf.missing()).isEqualByComparingTo("0");
    }

    @Test
    void a_waiver_of_another_node_waives_nothing() {
        study.waived("/allOf/0/units", null);
        assertThat(study.progress(unitsOfProgram("16")).completed()).isEqualTo(0);
    }

    @Test
    void a_course_counts_as_the_one_it_substitutes() {
        study.completedElsewhere("x-1", "other", "2025-06-01").substituted("c-1", "x-1");
        var progress = study.progress(new Courses(2, list("c-1", "c-2")));
        assertThat(progress.completed()).isEqualTo(1);
        assertThat(progress.counted().getFirst().courseId()).isEqualTo("x-1");
        assertThat(progress.counted().getFirst().countsAs()).isEqualTo("c-1");
        assertThat(progress.missing().getFirst().courses()).containsExactly("c-2");
    }

    @Test
    void a_substitute_and_the_course_itself_count_once() {
        study.completedElsewhere("x-1", "other", "2025-06-01").substituted("c-1", "x-1");
        study.completed("c-1", "2024-06-01");
        assertThat(study.progress(new Courses(2, list("c-1", "c-2"))).completed()).isEqualTo(1);
    }

    @Test
    void a_transferred_credit_is_named_as_such() {
        study.transferred("c-1", "3", "A", "2025-06-01");
        var counted = study.progress(unitsOfProgram("9")).counted().getFirst();
        assertThat(counted.creditId()).isEqualTo("e-1");
        assertThat(counted.enrollmentId()).isNull();
    }

    @Test
    void the_earliest_completions_that_suffice_earn_it() {
        study.completed("c-3", "3", null, "2025-06-01");
        study.completed("c-1", "3", null, "2023-06-01");
        study.completed("c-2", "3", null, "2024-06-01");
        var earned = study.evaluation(unitsOfProgram("5")).earned(study.goal(unitsOfProgram("5")));
        assertThat(earned.completions()).containsExactly("e-2", "e-3");
        assertThat(earned.allowances()).isEmpty();
    }

    @Test
    void a_waiver_earns_it_only_where_it_is_needed() {
        study.completed("c-1", "2025-06-01").waived("/courses", "1");
        var one = new Courses(1, new OfProgram());
        var two = new Courses(2, new OfProgram());
        assertThat(study.evaluation(one).earned(study.goal(one)).allowances()).isEmpty();
        assertThat(study.evaluation(two).earned(study.goal(two)).allowances())
                .containsExactly("w-1");
    }

    @Test
    void a_substitution_that_was_used_earns_it() {
        study.completedElsewhere("x-1", "other", "2025-06-01").substituted("c-1", "x-1");
        var requirement = new Courses(1, list("c-1"));
        var earned = study.evaluation(requirement).earned(study.goal(requirement));
        assertThat(earned.completions()).containsExactly("e-1");
        assertThat(earned.allowances()).containsExactly("u-1");
    }
}
