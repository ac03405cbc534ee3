package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.lapsed;
import static colophon.commands.enrollment.EnrollmentFacts.offered;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;

import org.junit.jupiter.api.Test;

class LapseTest {

    @Test
    void lapses_on_the_day_after_the_last() {
        given(Enrollment.STREAM, waitlisted(), offered(TODAY.minusDays(1)))
                .when(state -> EnrollmentAdmission.lapse(state, TODAY))
                .then(lapsed(TODAY.minusDays(1), TODAY));
    }

    @Test
    void does_not_lapse_on_the_last_day() {
        given(Enrollment.STREAM, waitlisted(), offered(TODAY))
                .when(state -> EnrollmentAdmission.lapse(state, TODAY))
                .thenNothing();
    }

    @Test
    void does_not_lapse_twice() {
        given(
                        Enrollment.STREAM,
                        waitlisted(),
                        offered(TODAY.minusDays(1)),
                        lapsed(TODAY.minusDays(1), TODAY))
                .when(state -> EnrollmentAdmission.lapse(state, TODAY))
                .thenNothing();
    }

    @Test
    void does_not_lapse_once_it_is_confirmed() {
        given(
                        Enrollment.STREAM,
                        waitlisted(),
                        offered(TODAY.minusDays(1)),
                        enrolled(TODAY.minusDays(1)))
                .when(state -> EnrollmentAdmission.lapse(state, TODAY))
                .thenNothing();
    }

    @Test
    void says_nothing_of_an_enrollment_nobody_made() {
        given(Enrollment.STREAM)
                .when(state -> EnrollmentAdmission.lapse(state, TODAY))
                .thenNothing();
    }
}
