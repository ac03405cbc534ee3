package colophon.commands.enrollment.outcome;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NO_OUTCOME;

import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.EnrollmentFacts;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.StudentEnrolled;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class ReverseCompletionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 10);

    @Test
    void reverses_a_completion() {
        given(Enrollment.STREAM, enrolled(), completed())
                .when(state -> EnrollmentOutcome.decide(reverse("wrong student"), state))
                .then(reversed("wrong student"));
    }

    @Test
    void reverses_a_course_that_was_not_completed() {
        given(Enrollment.STREAM, enrolled(), new CourseNotCompleted("e-1", "s-1", "m-20", "F", DAY))
                .when(state -> EnrollmentOutcome.decide(reverse("wrong grade"), state))
                .then(reversed("wrong grade"));
    }

    @Test
    void reverses_the_next_outcome_for_the_same_reason_too() {
        given(Enrollment.STREAM, enrolled(), completed(), reversed("wrong student"), completed())
                .when(state -> EnrollmentOutcome.decide(reverse("wrong student"), state))
                .then(reversed("wrong student"));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.STREAM, enrolled(), completed(), reversed("wrong student"))
                .when(state -> EnrollmentOutcome.decide(reverse("wrong student"), state))
                .thenNothing();
    }

    @Test
    void refuses_to_reverse_what_was_reversed_for_another_reason() {
        given(Enrollment.STREAM, enrolled(), completed(), reversed("wrong student"))
                .when(state -> EnrollmentOutcome.decide(reverse("wrong course"), state))
                .thenRefused(NO_OUTCOME, "e-1");
    }

    @Test
    void refuses_when_there_is_no_outcome() {
        given(Enrollment.STREAM, enrolled())
                .when(state -> EnrollmentOutcome.decide(reverse("wrong student"), state))
                .thenRefused(NO_OUTCOME, "e-1");
    }

    @Test
    void refuses_without_an_enrollment() {
        given(Enrollment.STREAM)
                .when(state -> EnrollmentOutcome.decide(reverse("wrong student"), state))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    private static ReverseCompletion reverse(String reason) {
        return new ReverseCompletion("e-1", reason);
    }

    private static CompletionReversed reversed(String reason) {
        return new CompletionReversed("e-1", "s-1", "m-20", reason);
    }

    private static CourseCompleted completed() {
        return EnrollmentFacts.completed("A", DAY);
    }

    private static StudentEnrolled enrolled() {
        return new StudentEnrolled(
                "e-1", "s-1", "o-1", "m-20", "rbs", "uva", null, LocalDate.of(2026, 6, 1));
    }
}
