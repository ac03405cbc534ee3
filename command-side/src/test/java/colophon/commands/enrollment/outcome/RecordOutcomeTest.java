package colophon.commands.enrollment.outcome;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_ENROLLED;

import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.EnrollmentFacts;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.program.CourseListed;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class RecordOutcomeTest {

    private static final CourseListed COURSE =
            new CourseListed("m-20", "rbs", "uva", "Paleography", null, null, List.of());

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 10);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Test
    void records_a_completion_with_its_grade() {
        given(Enrollment.STREAM, enrolled())
                .when(state -> decided(outcome(true, "A", YESTERDAY), state))
                .then(completed("A", YESTERDAY));
    }

    @Test
    void records_a_completion_without_a_grade_today() {
        given(Enrollment.STREAM, enrolled())
                .when(state -> decided(outcome(true, null, null), state))
                .then(completed(null, TODAY));
    }

    @Test
    void records_that_the_course_was_not_completed() {
        given(Enrollment.STREAM, enrolled())
                .when(state -> decided(outcome(false, "F", null), state))
                .then(new CourseNotCompleted("e-1", "s-1", "m-20", "F", TODAY));
    }

    @Test
    void records_again_after_a_reversal() {
        given(
                        Enrollment.STREAM,
                        enrolled(),
                        completed("A", YESTERDAY),
                        new CompletionReversed("e-1", "s-1", "m-20", "wrong student"))
                .when(state -> decided(outcome(true, "A", YESTERDAY), state))
                .then(completed("A", YESTERDAY));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Enrollment.STREAM, enrolled(), completed("A", YESTERDAY))
                .when(state -> decided(outcome(true, "A", null), state))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_that_names_the_day() {
        given(Enrollment.STREAM, enrolled(), completed(null, YESTERDAY))
                .when(state -> decided(outcome(true, null, YESTERDAY), state))
                .thenNothing();
    }

    @Test
    void refuses_a_completion_where_another_outcome_was_recorded() {
        given(
                        Enrollment.STREAM,
                        enrolled(),
                        new CourseNotCompleted("e-1", "s-1", "m-20", "A", YESTERDAY))
                .when(state -> decided(outcome(true, "A", YESTERDAY), state))
                .thenRefused(ALREADY_FINISHED, "e-1", "2026-07-09");
    }

    @Test
    void refuses_another_grade() {
        given(Enrollment.STREAM, enrolled(), completed("A", YESTERDAY))
                .when(state -> decided(outcome(true, "B", YESTERDAY), state))
                .thenRefused(ALREADY_FINISHED, "e-1");
    }

    @Test
    void refuses_another_day() {
        given(Enrollment.STREAM, enrolled(), completed("A", YESTERDAY))
                .when(state -> decided(outcome(true, "A", TODAY), state))
                .thenRefused(ALREADY_FINISHED, "e-1", "2026-07-09");
    }

    @Test
    void refuses_an_outcome_without_an_enrollment() {
        given(Enrollment.STREAM)
                .when(state -> decided(outcome(true, "A", null), state))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    @Test
    void refuses_an_outcome_for_a_student_who_has_no_seat() {
        given(Enrollment.STREAM, enrolled(), EnrollmentFacts.dropped("ill", YESTERDAY))
                .when(state -> decided(outcome(true, "A", null), state))
                .thenRefused(NOT_ENROLLED, "e-1", "dropped");
        given(Enrollment.STREAM, EnrollmentFacts.waitlisted())
                .when(state -> decided(outcome(true, "A", null), state))
                .thenRefused(NOT_ENROLLED, "e-1", "waitlisted");
    }

    private static List<? extends EnrollmentEvent> decided(
            RecordOutcome command, Enrollment enrollment) {
        return command.completed()
                ? EnrollmentOutcome.complete(command, COURSE, enrollment, TODAY)
                : EnrollmentOutcome.fail(command, enrollment, TODAY);
    }

    private static RecordOutcome outcome(
            boolean completed, @Nullable String grade, @Nullable LocalDate on) {
        return new RecordOutcome("e-1", completed, grade, on);
    }

    private static CourseCompleted completed(@Nullable String grade, LocalDate on) {
        return EnrollmentFacts.completed(grade, on);
    }

    private static StudentEnrolled enrolled() {
        return new StudentEnrolled(
                "e-1", "s-1", "o-1", "m-20", "rbs", "uva", null, LocalDate.of(2026, 6, 1));
    }
}
