package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_ENROLLED;

import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.StudentEnrolled;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class RecordOutcomeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 10);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Test
    void records_a_completion_with_its_grade() {
        given(Enrollment.STREAM, enrolled())
                .when(
                        state ->
                                EnrollmentOutcome.decide(
                                        outcome(true, "A", YESTERDAY), state, TODAY))
                .then(completed("A", YESTERDAY));
    }

    @Test
    void records_a_completion_without_a_grade_today() {
        given(Enrollment.STREAM, enrolled())
                .when(state -> EnrollmentOutcome.decide(outcome(true, null, null), state, TODAY))
                .then(completed(null, TODAY));
    }

    @Test
    void records_that_the_course_was_not_completed() {
        given(Enrollment.STREAM, enrolled())
                .when(state -> EnrollmentOutcome.decide(outcome(false, "F", null), state, TODAY))
                .then(new CourseNotCompleted("e-1", "s-1", "m-20", "F", TODAY));
    }

    @Test
    void records_again_after_a_reversal() {
        given(
                        Enrollment.STREAM,
                        enrolled(),
                        completed("A", YESTERDAY),
                        new CompletionReversed("e-1", "s-1", "m-20", "wrong student"))
                .when(
                        state ->
                                EnrollmentOutcome.decide(
                                        outcome(true, "A", YESTERDAY), state, TODAY))
                .then(completed("A", YESTERDAY));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Enrollment.STREAM, enrolled(), completed("A", YESTERDAY))
                .when(state -> EnrollmentOutcome.decide(outcome(true, "A", null), state, TODAY))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_that_names_the_day() {
        given(Enrollment.STREAM, enrolled(), completed(null, YESTERDAY))
                .when(
                        state ->
                                EnrollmentOutcome.decide(
                                        outcome(true, null, YESTERDAY), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_a_completion_where_another_outcome_was_recorded() {
        given(
                        Enrollment.STREAM,
                        enrolled(),
                        new CourseNotCompleted("e-1", "s-1", "m-20", "A", YESTERDAY))
                .when(
                        state ->
                                EnrollmentOutcome.decide(
                                        outcome(true, "A", YESTERDAY), state, TODAY))
                .thenRefused(ALREADY_FINISHED, "e-1", "2026-07-09");
    }

    @Test
    void refuses_another_grade() {
        given(Enrollment.STREAM, enrolled(), completed("A", YESTERDAY))
                .when(
                        state ->
                                EnrollmentOutcome.decide(
                                        outcome(true, "B", YESTERDAY), state, TODAY))
                .thenRefused(ALREADY_FINISHED, "e-1");
    }

    @Test
    void refuses_another_day() {
        given(Enrollment.STREAM, enrolled(), completed("A", YESTERDAY))
                .when(state -> EnrollmentOutcome.decide(outcome(true, "A", TODAY), state, TODAY))
                .thenRefused(ALREADY_FINISHED, "e-1", "2026-07-09");
    }

    @Test
    void refuses_an_outcome_without_an_enrollment() {
        given(Enrollment.STREAM)
                .when(state -> EnrollmentOutcome.decide(outcome(true, "A", null), state, TODAY))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    @Test
    void refuses_an_outcome_for_a_student_who_has_no_seat() {
        given(Enrollment.STREAM, enrolled(), EnrollmentFacts.dropped("ill", YESTERDAY))
                .when(state -> EnrollmentOutcome.decide(outcome(true, "A", null), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "dropped");
        given(Enrollment.STREAM, EnrollmentFacts.waitlisted())
                .when(state -> EnrollmentOutcome.decide(outcome(true, "A", null), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "waitlisted");
    }

    private static RecordOutcome outcome(
            boolean completed, @Nullable String grade, @Nullable LocalDate on) {
        return new RecordOutcome("e-1", completed, grade, on);
    }

    private static CourseCompleted completed(@Nullable String grade, LocalDate on) {
        return new CourseCompleted("e-1", "s-1", "m-20", grade, on);
    }

    private static StudentEnrolled enrolled() {
        return new StudentEnrolled(
                "e-1", "s-1", "o-1", "m-20", "rbs", "uva", null, LocalDate.of(2026, 6, 1));
    }
}
