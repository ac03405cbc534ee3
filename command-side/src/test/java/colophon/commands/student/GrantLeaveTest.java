package colophon.commands.student;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CANDIDACY_NOT_FOUND;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.LEAVE_TOO_LONG;
import static colophon.commands.student.CandidacyFacts.TODAY;
import static colophon.commands.student.CandidacyFacts.certificate;
import static colophon.commands.student.CandidacyFacts.declared;
import static colophon.commands.student.CandidacyFacts.registered;

import colophon.events.program.Lapse;
import colophon.events.student.LeaveGranted;
import colophon.events.student.StudentEvent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

class GrantLeaveTest {

    private static final Lapse HALF_A_YEAR = new Lapse(Period.ofYears(1), Period.ofMonths(6));

    @Test
    void grants_leave_up_to_the_last_day_the_certificate_allows() {
        var until = TODAY.plusMonths(6).minusDays(1);
        given(Student.STREAM, registered(), declared())
                .when(state -> granted(state, TODAY, until, HALF_A_YEAR))
                .then(leave(TODAY, until));
    }

    @Test
    void refuses_a_day_more() {
        given(Student.STREAM, registered(), declared())
                .when(state -> granted(state, TODAY, TODAY.plusMonths(6), HALF_A_YEAR))
                .thenRefused(LEAVE_TOO_LONG, "184", "183");
    }

    @Test
    void refuses_a_second_leave_that_is_too_much_with_the_first() {
        var next = TODAY.plusYears(1);
        given(Student.STREAM, registered(), declared(), leave(TODAY, TODAY.plusDays(99)))
                .when(state -> granted(state, next, next.plusDays(99), HALF_A_YEAR))
                .thenRefused(LEAVE_TOO_LONG, "200");
    }

    @Test
    void grants_any_leave_where_the_certificate_sets_no_limit() {
        var until = TODAY.plusYears(9);
        given(Student.STREAM, registered(), declared())
                .when(state -> granted(state, TODAY, until, new Lapse(Period.ofYears(1), null)))
                .then(leave(TODAY, until));
        given(Student.STREAM, registered(), declared())
                .when(state -> granted(state, TODAY, until, null))
                .then(leave(TODAY, until));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Student.STREAM, registered(), declared(), leave(TODAY, TODAY.plusDays(150)))
                .when(state -> granted(state, TODAY, TODAY.plusDays(150), HALF_A_YEAR))
                .thenNothing();
    }

    @Test
    void grants_a_single_day_and_refuses_a_leave_that_ends_before_it_begins() {
        given(Student.STREAM, registered(), declared())
                .when(state -> granted(state, TODAY, TODAY, HALF_A_YEAR))
                .then(leave(TODAY, TODAY));
        given(Student.STREAM, registered(), declared())
                .when(state -> granted(state, TODAY, TODAY.minusDays(1), HALF_A_YEAR))
                .thenRefused(DATES_OUT_OF_ORDER, "2026-06-01", "2026-05-31");
    }

    @Test
    void refuses_who_did_not_declare() {
        given(Student.STREAM, registered())
                .when(state -> granted(state, TODAY, TODAY, HALF_A_YEAR))
                .thenRefused(CANDIDACY_NOT_FOUND, "s-1", "c-1");
    }

    private static List<StudentEvent> granted(
            Student state, LocalDate from, LocalDate until, @Nullable Lapse lapse) {
        return Student.decide(
                new GrantLeave("s-1", "c-1", from, until, "a child"), certificate(lapse), state);
    }

    private static LeaveGranted leave(LocalDate from, LocalDate until) {
        return new LeaveGranted("s-1", "c-1", from, until, "a child");
    }
}
