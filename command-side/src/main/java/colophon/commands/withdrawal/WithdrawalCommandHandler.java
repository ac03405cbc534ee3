package colophon.commands.withdrawal;

import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.offering.CancelOffering;
import colophon.commands.offering.Offering;
import colophon.events.enrollment.EnrollmentState;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

@Component
class WithdrawalCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final Withdrawal withdrawal;
    private final Today today;

    WithdrawalCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.withdrawal = new Withdrawal(states);
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Withdraw command) {
        var day = locked(command.enrollmentId());
        return CommandAnswer.ok(withdrawal.withdraw(command, day));
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Cancel command) {
        var day = locked(command.enrollmentId());
        return CommandAnswer.ok(withdrawal.cancel(command, day));
    }

    @CommandHandler
    CommandAnswer handle(CancelOffering command) {
        var offering = Offering.require(states, command.offeringId());
        states.lock(() -> withdrawal.streamsOf(command.offeringId()));
        var ended = withdrawal.cancel(command, day(offering.institutionId()));
        var none = Money.zero(offering.tuition().currency());
        return CommandAnswer.ok(
                new OfferingCancellationResult(
                        command.offeringId(),
                        "cancelled",
                        ended,
                        ended.stream().map(Settlement::givenBack).reduce(none, Money::plus),
                        ended.stream().map(Settlement::refund).reduce(none, Money::plus)));
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Decline command) {
        var id = command.enrollmentId();
        withdrawal.decline(command, locked(id));
        var now = Enrollment.require(states, id);
        var details = now.details();
        return CommandAnswer.ok(
                new DeclineResult(id, now.status(), details.studentId(), details.offeringId()));
    }

    /** Often there is nothing that lapses. */
    @CommandHandler
    CommandAnswer handle(LapseSeatOffers command) {
        var id = command.offeringId();
        var day = day(Offering.require(states, id).institutionId());
        states.lock(() -> withdrawal.streamsOfOverdue(id, day));
        var lapse = withdrawal.lapse(id, day);
        return CommandAnswer.ok(new LapseResult(id, lapse.lapsed(), lapse.offered()));
    }

    /** Locks what ending the enrollment may append to. Returns today at its institution. */
    private LocalDate locked(String enrollmentId) {
        states.lock(() -> withdrawal.streams(List.of(enrollmentId)));
        return day(Enrollment.require(states, enrollmentId).details().institutionId());
    }

    private LocalDate day(String institutionId) {
        return today.in(Institution.require(states, institutionId).zone());
    }

    record DeclineResult(
            String enrollmentId, EnrollmentState status, String studentId, String offeringId) {}

    record LapseResult(String offeringId, List<String> lapsed, List<String> offered) {}

    record OfferingCancellationResult(
            String offeringId,
            String status,
            List<Settlement> enrollments,
            Money givenBack,
            Money refund) {}
}
