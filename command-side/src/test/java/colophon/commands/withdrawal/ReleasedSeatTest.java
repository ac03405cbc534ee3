package colophon.commands.withdrawal;

import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.withdrawal.SummerCourses.STARTS;
import static colophon.commands.withdrawal.SummerCourses.course;
import static colophon.commands.withdrawal.SummerCourses.withdraw;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.campus.Campus;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.gateway.GatewayClient;
import colophon.commands.offering.Offering;
import colophon.events.offering.Waitlist;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.ResponseEntity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/** If many students want one released seat at the same moment, exactly one gets it. */
@Timeout(300)
class ReleasedSeatTest {

    private static final int CALLERS = 64;
    private static final int ROUNDS = 8;

    private final GatewayClient seen = new GatewayClient(Campus.open());

    @Test
    void one_of_64_gets_the_seat_that_is_released_while_they_ask() throws Exception {
        students();
        for (int round = 0; round < ROUNDS; round++) {
            var offering = "o-" + round;
            made(course(offering, 1, null, null));
            made(enroll(offering, "s-1", offering));
            var answers =
                    race(
                            i ->
                                    i == 0
                                            ? withdraw(offering, STARTS.minusDays(9))
                                            : enroll(offering + "-" + i, "racer-" + i, offering));
            assertThat(statuses(answers, 201)).isLessThanOrEqualTo(1);
            assertThat(statuses(answers, 200)).isEqualTo(1);
            assertThat(statuses(answers, 201) + statuses(answers, 409)).isEqualTo(CALLERS - 1);

            var later = race(i -> enroll(offering + "-again-" + i, "racer-" + i, offering));
            assertThat(statuses(answers, 201) + statuses(later, 201)).isEqualTo(1);
            assertThat(seats(offering).seated()).hasSize(1);
        }
    }

    @Test
    void of_64_who_are_offered_nothing_none_can_confirm_but_the_first_in_line() throws Exception {
        students();
        for (int round = 0; round < ROUNDS; round++) {
            var offering = "o-" + round;
            made(course(offering, 1, Waitlist.FIFO, null));
            made(enroll(offering, "s-1", offering));
            for (int i = 0; i < CALLERS; i++)
                made(enroll(offering + "-" + i, "racer-" + i, offering));
            made(withdraw(offering, STARTS.minusDays(9)));

            var answers = race(i -> new EnrollmentRequest.Confirm(offering + "-" + i));

            assertThat(statuses(answers, 200)).isEqualTo(1);
            assertThat(statuses(answers, 409)).isEqualTo(CALLERS - 1);
            assertThat(seats(offering).seated()).containsOnlyKeys(offering + "-0");
            assertThat(seats(offering).line()).hasSize(CALLERS - 1);
        }
    }

    @Test
    void as_many_as_leave_at_once_let_as_many_in_from_the_front_of_the_line() throws Exception {
        students();
        made(course("o", CALLERS, Waitlist.FIFO, null));
        for (int i = 0; i < CALLERS; i++) made(enroll("in-" + i, "racer-" + i, "o"));
        for (int i = 0; i < CALLERS; i++) {
            seen.send(Campus.student("waiter-" + i));
            made(enroll("wait-" + i, "waiter-" + i, "o"));
        }

        var answers = race(i -> withdraw("in-" + i, STARTS.minusDays(9)));

        assertThat(statuses(answers, 200)).isEqualTo(CALLERS);
        assertThat(seats("o").seated()).isEmpty();
        assertThat(seats("o").held()).hasSize(CALLERS);
        assertThat(seats("o").line()).isEmpty();
    }

    @Test
    void one_who_withdraws_64_times_at_once_withdraws_once() throws Exception {
        made(course("o", 1, null, null));
        made(enroll("e", "s-1", "o"));
        var before = seen.office().commits().size();

        var answers = race(_ -> withdraw("e", STARTS.minusDays(9)));

        assertThat(statuses(answers, 200)).isEqualTo(CALLERS);
        assertThat(seen.office().commits()).hasSize(before + 1);
    }

    private void students() {
        for (int i = 0; i < CALLERS; i++) made(Campus.student("racer-" + i));
    }

    private void made(Object command) {
        assertThat(seen.send(command).getStatusCode().is2xxSuccessful()).as("%s", command).isTrue();
    }

    private Offering.Scheduled seats(String offering) {
        return Offering.running(
                seen.office().subjects().read(Offering.STREAM.stream(offering)), offering);
    }

    private List<ResponseEntity<byte[]>> race(IntFunction<Object> command) throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ConcurrentLinkedQueue<ResponseEntity<byte[]>>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CALLERS; i++) {
            var mine = command.apply(i);
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            start.await();
                                        } catch (InterruptedException e) {
                                            throw new IllegalStateException(e);
                                        }
                                        answers.add(seen.send(mine));
                                    }));
        }
        start.countDown();
        for (var thread : threads) thread.join();
        assertThat(answers).hasSize(CALLERS);
        return List.copyOf(answers);
    }

    private static long statuses(List<ResponseEntity<byte[]>> answers, int status) {
        return answers.stream().filter(it -> it.getStatusCode().value() == status).count();
    }
}
