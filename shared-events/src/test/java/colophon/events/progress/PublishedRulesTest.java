package colophon.events.progress;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.progress.LapseClock.LeavePeriod;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.RequirementForm;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** The published rules of real certificates, in the form of the API. */
class PublishedRulesTest {

    /** Rare Book School: five courses within eight years, no grades. */
    private static final Requirement RARE_BOOK_SCHOOL =
            RequirementForm.read(
                    Map.of("within", "P8Y", "courses", Map.of("count", 5, "of", "any")));

    /** California Rare Book School: each of its two certificates requires five courses. */
    private static final Requirement CALIFORNIA =
            RequirementForm.read(Map.of("courses", Map.of("count", 5, "of", "program")));

    /** San José: 16 units of one pathway within three years, beside the outcomes project. */
    private static final Requirement SAN_JOSE_POST_MASTERS =
            RequirementForm.read(
                    Map.of(
                            "within",
                            "P3Y",
                            "allOf",
                            List.of(
                                    Map.of("units", Map.of("count", 16, "of", "pathway")),
                                    Map.of(
                                            "courses",
                                            Map.of("count", 1, "of", List.of("project"))))));

    /** San José, Digital Assets Management: nine units. */
    private static final Requirement SAN_JOSE_DIGITAL_ASSETS =
            RequirementForm.read(Map.of("units", Map.of("count", 9, "of", "pathway")));

    /** Arizona: nine units with a C or better, of which six may be shared or transferred. */
    private static final Requirement ARIZONA =
            RequirementForm.read(
                    Map.of(
                            "units",
                            Map.of("count", 9, "of", "program"),
                            "minimumGrade",
                            "C",
                            "maxTransferred",
                            6,
                            "maxShared",
                            6));

    private final StudentRecord study = new StudentRecord();

    @Test
    void rare_book_school_is_earned_by_five_courses_in_any_eight_years() {
        study.completed("old", "2010-06-30");
        for (int i = 1; i <= 4; i++) study.completed("c-" + i, "201" + (4 + i) + "-07-01");
        assertThat(study.progress(RARE_BOOK_SCHOOL).met()).isFalse();
        assertThat(study.progress(RARE_BOOK_SCHOOL).undecided()).isFalse();
        study.completed("c-5", "2023-06-01");
        assertThat(study.progress(RARE_BOOK_SCHOOL).met()).isTrue();
    }

    @Test
    void california_counts_courses_of_the_certificates_own_program_only() {
        for (int i = 1; i <= 4; i++) study.completed("c-" + i, "2025-07-0" + i);
        study.completedElsewhere("justice-1", "claj", "2025-07-09");
        assertThat(study.progress(CALIFORNIA).completed()).isEqualTo(4);
        assertThat(study.reasons(CALIFORNIA)).containsExactly("e-5 not-in-set");
        study.completed("c-5", "2025-08-01");
        assertThat(study.progress(CALIFORNIA).met()).isTrue();
    }

    @Test
    void san_jose_asks_for_sixteen_units_of_one_pathway_and_the_project_within_three_years() {
        study.in("a-1", "a-2", "a-3", "a-4", "a-5", "project");
        for (int i = 1; i <= 5; i++) study.completed("a-" + i, "3", "A", "2024-0" + i + "-15");
        study.completed("web-1", "3", "A", "2024-09-15");
        assertThat(study.progress(SAN_JOSE_POST_MASTERS).completed()).isEqualTo(15);
        study.completed("project", "1", "CR", "2025-05-15");
        assertThat(study.progress(SAN_JOSE_POST_MASTERS).met()).isTrue();
        assertThat(study.reasons(SAN_JOSE_POST_MASTERS)).containsExactly("e-6 not-in-pathway");
    }

    @Test
    void san_jose_lets_units_of_four_years_ago_fall_out() {
        study.in("a-1", "project").completed("a-1", "15", "A", "2022-05-31");
        study.completed("project", "1", "CR", "2025-06-01");
        assertThat(study.reasons(SAN_JOSE_POST_MASTERS)).containsExactly("e-1 outside-window");
    }

    @Test
    void san_jose_drops_after_a_year_without_enrollment_and_a_semester_of_leave_stops_that() {
        var year = Period.ofYears(1);
        var began = LocalDate.parse("2024-08-20");
        var enrolled = List.of(LocalDate.parse("2025-01-25"));
        var spring = new LeavePeriod(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-06-30"));
        assertThat(LapseClock.lastDay(year, began, enrolled, List.of())).isEqualTo("2026-01-25");
        assertThat(LapseClock.lastDay(year, began, enrolled, List.of(spring)))
                .isEqualTo("2026-07-25");
    }

    @Test
    void san_jose_asks_for_nine_units_of_digital_assets_management() {
        study.in("d-1", "d-2", "d-3").completed("d-1", "3", "B", "2025-05-15");
        study.completed("d-2", "3", "B", "2025-05-15");
        assertThat(study.progress(SAN_JOSE_DIGITAL_ASSETS).missing().getFirst().count())
                .isEqualTo(3);
        study.completed("d-3", "3", "B", "2025-12-15");
        assertThat(study.progress(SAN_JOSE_DIGITAL_ASSETS).met()).isTrue();
    }

    @Test
    void arizona_counts_no_grade_below_c() {
        study.completed("c-1", "3", "C", "2025-05-15").completed("c-2", "3", "C-", "2025-05-15");
        assertThat(study.progress(ARIZONA).completed()).isEqualTo(3);
        assertThat(study.reasons(ARIZONA)).containsExactly("e-2 grade-too-low");
    }

    @Test
    void arizona_counts_six_units_from_elsewhere_and_six_of_a_degree_at_most() {
        for (int i = 1; i <= 3; i++) study.transferred("t-" + i, "3", "A", "2024-05-1" + i);
        assertThat(study.progress(ARIZONA).completed()).isEqualTo(6);
        study.shared("s-1", "3", "A", "2025-05-15");
        assertThat(study.progress(ARIZONA).met()).isTrue();
    }
}
