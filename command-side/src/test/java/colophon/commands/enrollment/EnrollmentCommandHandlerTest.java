package colophon.commands.enrollment;

import static colophon.commands.Reason.ALREADY_ENROLLED;
import static colophon.commands.Reason.OFFERING_FULL;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.offering.ScheduleOffering;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.enrollment.EnrollmentState;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.offering.Delivery;
import colophon.events.offering.SeatTaken;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.LocalDate;
import java.util.Collections;

@Timeout(300)
class EnrollmentCommandHandlerTest {

    private static final EnrollmentCommandHandler.EnrollmentResult FIRST =
            new EnrollmentCommandHandler.EnrollmentResult(
                    "e-1", EnrollmentState.ENROLLED, "s-1", "o-1", TODAY, usd("1395"));

    private final CommandSide office = Campus.open();

    @BeforeEach
    void schedule_an_offering_of_two_seats() {
        office.send(offering("o-1", 2));
    }

    @Test
    void enrollment_seat_and_charge_are_one_commit() {
        var answer = office.send(enroll("e-1", "s-1", "o-1"));

        assertThat(answer).isEqualTo(CommandAnswer.created(FIRST));
        assertThat(office.lastCommit())
                .containsExactlyInAnyOrder(
                        new StudentEnrolled(
                                "e-1", "s-1", "o-1", "m-20", "rbs", "ucla", null, TODAY),
                        new SeatTaken("o-1", "e-1", "s-1"),
                        charged(TODAY, TODAY));
    }

    @Test
    void the_charge_is_due_on_the_day_the_offering_says() {
        var due = LocalDate.of(2026, 3, 1);
        office.send(
                new ScheduleOffering(
                        "o-2", "m-20", TODAY, TODAY, 1, usd("1200"), Delivery.HYBRID, null, due));
        office.send(new Enroll("e-1", "s-1", "o-2", LocalDate.of(2026, 2, 1)));

        assertThat(office.lastCommit())
                .contains(
                        new ChargePosted(
                                "ucla",
                                "s-1",
                                "e-1" + ":tuition",
                                ChargeKind.TUITION,
                                "e-1",
                                "o-2",
                                usd("1200"),
                                null,
                                LocalDate.of(2026, 2, 1),
                                due));
    }

    @Test
    void the_charge_is_due_on_the_day_of_the_enrollment_otherwise() {
        var day = LocalDate.of(2026, 2, 1);
        office.send(new Enroll("e-1", "s-1", "o-1", day));

        assertThat(office.lastCommit()).contains(charged(day, day));
    }

    @Test
    void a_repeated_request_changes_nothing_and_gets_the_first_answer() {
        office.send(enroll("e-1", "s-1", "o-1"));
        var before = office.commits();

        assertThat(office.send(enroll("e-1", "s-1", "o-1"))).isEqualTo(CommandAnswer.ok(FIRST));
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void a_full_offering_leaves_no_event_at_all() {
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(enroll("e-2", "s-2", "o-1"));

        refused(enroll("e-3", "s-3", "o-1"), OFFERING_FULL);
    }

    @Test
    void a_second_seat_in_the_same_offering_leaves_no_event_at_all() {
        office.send(enroll("e-1", "s-1", "o-1"));

        refused(enroll("e-2", "s-1", "o-1"), ALREADY_ENROLLED);
    }

    @Test
    void the_id_of_a_refused_enrollment_is_free() {
        office.send(enroll("e-1", "s-1", "o-1"));
        refused(enroll("e-2", "s-1", "o-1"), ALREADY_ENROLLED);

        assertThat(office.send(enroll("e-2", "s-2", "o-1")).status()).isEqualTo(201);
    }

    @Test
    void refuses_a_student_and_an_offering_nobody_knows() {
        refused(enroll("e-1", "s-0", "o-1"), STUDENT_NOT_FOUND);
        refused(enroll("e-1", "s-1", "o-0"), OFFERING_NOT_FOUND);
    }

    @Test
    void exactly_one_of_64_gets_the_last_seat() throws Exception {
        for (int i = 0; i < 64; i++) office.send(Campus.student("racer-" + i));
        for (int round = 0; round < 20; round++) {
            var offering = "last-" + round;
            office.send(offering(offering, 1));
            var before = office.commits().size();

            var outcomes = office.race(64, i -> enroll(offering + "-" + i, "racer-" + i, offering));

            assertThat(outcomes).filteredOn(CommandAnswer.class::isInstance).hasSize(1);
            assertThat(Collections.frequency(outcomes, OFFERING_FULL)).isEqualTo(63);
            assertThat(office.commits()).hasSize(before + 1);
        }
    }

    @Test
    void a_student_who_asks_64_times_at_once_gets_one_seat() throws Exception {
        office.send(offering("wide", 100));

        var outcomes = office.race(64, i -> enroll("many-" + i, "s-1", "wide"));

        assertThat(outcomes).filteredOn(CommandAnswer.class::isInstance).hasSize(1);
        assertThat(Collections.frequency(outcomes, ALREADY_ENROLLED)).isEqualTo(63);
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private static ChargePosted charged(LocalDate on, LocalDate due) {
        return new ChargePosted(
                "ucla",
                "s-1",
                "e-1" + ":tuition",
                ChargeKind.TUITION,
                "e-1",
                "o-1",
                usd("1395"),
                null,
                on,
                due);
    }
}
