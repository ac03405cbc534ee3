package colophon.commands.enrollment;

import colophon.commands.account.Account;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.offering.Offering;
import colophon.events.enrollment.EnrollmentState;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

@Component
class EnrollmentCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final EnrollmentMoves moves;
    private final Today today;

    EnrollmentCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.moves = new EnrollmentMoves(states);
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(Enroll command) {
        states.lock(() -> moves.streams(command));
        var offering = Offering.require(states, command.offeringId());
        var made = moves.enroll(command, day(offering.institutionId()));
        var begun = Enrollment.require(states, command.enrollmentId()).base().begun();
        return CommandAnswer.made(
                made,
                new EnrollmentResult(
                        command.enrollmentId(),
                        begun.status(),
                        command.studentId(),
                        begun.offeringId(),
                        begun.on(),
                        offering.tuition()));
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Accept command) {
        moves.accept(command, locked(command.enrollmentId()));
        return moved(command.enrollmentId());
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.OfferSeat command) {
        moves.offerSeat(command, locked(command.enrollmentId()));
        return moved(command.enrollmentId());
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Confirm command) {
        moves.confirm(command, locked(command.enrollmentId()));
        return moved(command.enrollmentId());
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Transfer command) {
        moves.transfer(command, locked(command.enrollmentId(), command.offeringId()));
        return moved(command.enrollmentId());
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Defer command) {
        moves.defer(command, locked(command.enrollmentId()));
        return moved(command.enrollmentId());
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Reinstate command) {
        moves.reinstate(command, locked(command.enrollmentId()));
        return moved(command.enrollmentId());
    }

    /** Locks what the move may append to. Returns today at the institution of the enrollment. */
    private LocalDate locked(String enrollmentId, String... offeringIds) {
        states.lock(() -> moves.streams(enrollmentId, offeringIds));
        return day(Enrollment.require(states, enrollmentId).details().institutionId());
    }

    private LocalDate day(String institutionId) {
        return today.in(Institution.require(states, institutionId).zone());
    }

    private CommandAnswer moved(String enrollmentId) {
        var now = Enrollment.require(states, enrollmentId);
        var details = now.details();
        var account = states.read(Account.stream(details.institutionId(), details.studentId()));
        var tuition = Offering.require(states, details.offeringId()).tuition();
        var terms = Enrollment.terms(now);
        return CommandAnswer.ok(
                new MoveResult(
                        details.enrollmentId(),
                        now.status(),
                        details.studentId(),
                        details.offeringId(),
                        now instanceof Enrollment.Accepted held ? held.confirmBy() : null,
                        now instanceof Enrollment.Enrolled enrolled
                                        && enrolled.via() instanceof Enrollment.Transferred via
                                ? via.fromOfferingId()
                                : null,
                        EnrollmentBilling.billed(
                                account, details.enrollmentId(), Money.zero(tuition.currency())),
                        terms == null ? null : terms.version()));
    }

    /** The first result of enrolling; {@code tuition} is that of the offering. */
    record EnrollmentResult(
            String id,
            EnrollmentState status,
            String studentId,
            String offeringId,
            LocalDate effectiveOn,
            Money tuition) {}

    /** The enrollment after a move, and what its course is charged. */
    record MoveResult(
            String enrollmentId,
            EnrollmentState status,
            String studentId,
            String offeringId,
            @Nullable LocalDate confirmBy,
            @Nullable String fromOfferingId,
            Money charged,
            @Nullable Integer policyVersion) {}
}
