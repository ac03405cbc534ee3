package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingScheduled;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

class EnrollTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void enrolls_a_student_in_the_course_of_the_offering() {
        given(Enrollment.SUBJECT)
                .when(state -> Enrollment.decide(enroll("s-1", "o-1", TODAY), o1(), state, TODAY))
                .then(enrolled(TODAY));
    }

    @Test
    void enrolls_from_today_when_no_day_is_given() {
        given(Enrollment.SUBJECT)
                .when(state -> Enrollment.decide(enroll("s-1", "o-1", null), o1(), state, TODAY))
                .then(enrolled(TODAY));
    }

    @Test
    void enrolls_from_the_day_that_is_given() {
        var may = LocalDate.of(2026, 5, 1);
        given(Enrollment.SUBJECT)
                .when(state -> Enrollment.decide(enroll("s-1", "o-1", may), o1(), state, TODAY))
                .then(enrolled(may));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        enroll("s-1", "o-1", null), o1(), state, TODAY.plusDays(3)))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_after_the_course_was_completed() {
        given(
                        Enrollment.SUBJECT,
                        enrolled(TODAY),
                        new CourseCompleted("e-1", "s-1", "m-20", null, TODAY))
                .when(state -> Enrollment.decide(enroll("s-1", "o-1", TODAY), o1(), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_the_enrollment_of_another_student() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(state -> Enrollment.decide(enroll("s-2", "o-1", null), o1(), state, TODAY))
                .thenRefused(ID_TAKEN, "e-1");
    }

    @Test
    void refuses_the_id_of_the_enrollment_in_another_offering() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(state -> Enrollment.decide(enroll("s-1", "o-2", null), o1(), state, TODAY))
                .thenRefused(ID_TAKEN, "e-1");
    }

    @Test
    void refuses_the_id_of_the_enrollment_from_another_day() {
        var tomorrow = TODAY.plusDays(1);
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        enroll("s-1", "o-1", tomorrow), o1(), state, TODAY))
                .thenRefused(ID_TAKEN, "e-1");
    }

    @Test
    void is_known_from_then_on_and_not_before() {
        var state = given(Enrollment.SUBJECT, enrolled(TODAY)).state();
        assertThat(Enrollment.known(state, "e-1")).isEqualTo(enrolled(TODAY));
        given(Enrollment.SUBJECT)
                .when(
                        unknown -> {
                            Enrollment.known(unknown, "e-1");
                            return List.of();
                        })
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    private static Enroll enroll(String student, String offering, @Nullable LocalDate on) {
        return new Enroll("e-1", student, offering, on);
    }

    private static StudentEnrolled enrolled(LocalDate on) {
        return new StudentEnrolled("e-1", "s-1", "o-1", "m-20", "rbs", "uva", null, on);
    }

    private static OfferingScheduled o1() {
        return new OfferingScheduled(
                "o-1",
                "m-20",
                "rbs",
                "uva",
                LocalDate.of(2026, 7, 6),
                LocalDate.of(2026, 7, 10),
                12,
                usd("1395"),
                null,
                null,
                Delivery.IN_PERSON,
                null,
                null,
                Admission.OPEN,
                null,
                Period.ofDays(14),
                null);
    }
}
