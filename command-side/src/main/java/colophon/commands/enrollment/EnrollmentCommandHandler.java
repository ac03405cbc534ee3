package colophon.commands.enrollment;

import colophon.commands.account.Account;
import colophon.commands.enrollment.Enrollment.Details;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.loading.Today;
import colophon.commands.offering.Offering;
import colophon.commands.offering.SeatRequest;
import colophon.commands.student.Student;
import colophon.events.account.AccountEvent;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.offering.OfferingScheduled;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

@Component
class EnrollmentCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final SeatAllocation allocation;
    private final Today today;

    EnrollmentCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.allocation = new SeatAllocation(states);
        this.today = today;
    }

    /** Enrollment, seat and charge are one commit, so that none exists without the others. */
    @CommandHandler
    CommandAnswer handle(Enroll command) {
        Student.require(
                states.read(Student.STREAM.stream(command.studentId())), command.studentId());
        var offerings = Offering.STREAM.stream(command.offeringId());
        var offering = Offering.require(states.read(offerings), command.offeringId());
        var enrollment = Enrollment.STREAM.stream(command.enrollmentId());
        states.lock(enrollment, offerings, account(offering.institutionId(), command.studentId()));
        var decided =
                Enrollment.decide(
                        command,
                        states.read(offerings),
                        states.read(enrollment),
                        day(offering.institutionId()));
        states.append(enrollment, decided);
        for (var event : decided) follow(event, offering);
        var begun = require(command.enrollmentId()).base().begun();
        return CommandAnswer.made(
                !decided.isEmpty(),
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
        var details = locked(command.enrollmentId()).details();
        var offering = running(details.offeringId());
        append(
                details,
                offering.as(),
                Enrollment.decide(
                        command,
                        offering,
                        require(details.enrollmentId()),
                        day(details.institutionId())));
        return moved(details.enrollmentId());
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.OfferSeat command) {
        var details = locked(command.enrollmentId()).details();
        var offering = running(details.offeringId()).as();
        append(
                details,
                offering,
                Enrollment.decide(
                        command,
                        offering,
                        require(details.enrollmentId()),
                        day(details.institutionId())));
        return moved(details.enrollmentId());
    }

    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Confirm command) {
        var details = locked(command.enrollmentId()).details();
        var offering = running(details.offeringId());
        append(
                details,
                offering.as(),
                Enrollment.decide(
                        command,
                        offering,
                        require(details.enrollmentId()),
                        day(details.institutionId())));
        return moved(details.enrollmentId());
    }

    /** Seat, charges and enrollment move in one commit. Earlier payments pay the new charges. */
    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Transfer command) {
        var details = locked(command.enrollmentId(), command.offeringId()).details();
        var day = day(details.institutionId());
        var before = require(details.enrollmentId());
        var target = running(command.offeringId());
        var decided = Enrollment.decide(command, target, before, day);
        states.append(Enrollment.STREAM.stream(details.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof EnrollmentTransferred e) {
                allocation.move(
                        new SeatRequest.Take(
                                e.offeringId(), details.enrollmentId(), details.studentId()));
                rebill(e.enrollmentId(), target.as(), e.reason(), e.transferredOn());
                allocation.release(e.fromOfferingId(), details.enrollmentId(), day);
            }
        return moved(details.enrollmentId());
    }

    /** The seat is released and nothing is charged. Payments stay on the account. */
    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Defer command) {
        var details = locked(command.enrollmentId()).details();
        var day = day(details.institutionId());
        var decided = Enrollment.decide(command, require(details.enrollmentId()), day);
        states.append(Enrollment.STREAM.stream(details.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof EnrollmentDeferred e) {
                var account = account(details);
                states.append(
                        account,
                        EnrollmentBilling.unbill(
                                states.read(account), details, e.reason(), e.deferredOn()));
                allocation.release(details.offeringId(), details.enrollmentId(), day);
            }
        return moved(details.enrollmentId());
    }

    /** Takes a seat and charges the course in full; charges kept at the leaving are reversed. */
    @CommandHandler
    CommandAnswer handle(EnrollmentRequest.Reinstate command) {
        var details = locked(command.enrollmentId()).details();
        var offering = running(details.offeringId());
        var decided =
                Enrollment.decide(
                        command,
                        offering,
                        require(details.enrollmentId()),
                        day(details.institutionId()));
        states.append(Enrollment.STREAM.stream(details.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof EnrollmentReinstated e) {
                allocation.move(
                        new SeatRequest.Take(
                                details.offeringId(), details.enrollmentId(), details.studentId()));
                rebill(e.enrollmentId(), offering.as(), e.reason(), e.reinstatedOn());
            }
        return moved(details.enrollmentId());
    }

    /** Locks the enrollment, its offering, its account, and another offering if there is one. */
    private Enrollment.Known locked(String enrollmentId, String... offeringIds) {
        var details = require(enrollmentId).details();
        var streams = new ArrayList<StreamId<?, ?>>();
        streams.add(Enrollment.STREAM.stream(enrollmentId));
        streams.add(Offering.STREAM.stream(details.offeringId()));
        streams.add(account(details));
        for (var id : offeringIds) streams.add(Offering.STREAM.stream(id));
        states.lock(streams.toArray(StreamId<?, ?>[]::new));
        var now = require(enrollmentId);
        if (!now.details().equals(details))
            throw new ConcurrencyException("It was transferred; the other offering is not locked");
        return now;
    }

    private void append(
            Details details, OfferingScheduled offering, List<EnrollmentEvent> decided) {
        states.append(Enrollment.STREAM.stream(details.enrollmentId()), decided);
        for (var event : decided) follow(event, offering);
    }

    /** Applies a move toward a seat to the offering and the account. */
    private void follow(EnrollmentEvent event, OfferingScheduled offering) {
        switch (event) {
            case StudentEnrolled e -> {
                allocation.move(
                        new SeatRequest.Take(e.offeringId(), e.enrollmentId(), e.studentId()));
                var details = require(e.enrollmentId()).details();
                states.append(
                        account(details),
                        EnrollmentBilling.bill(details, offering, 1, e.effectiveOn()));
            }
            case StudentWaitlisted e ->
                    allocation.move(
                            new SeatRequest.Join(e.offeringId(), e.enrollmentId(), e.studentId()));
            case SeatOffered e ->
                    allocation.move(
                            new SeatRequest.Hold(
                                    e.offeringId(),
                                    e.enrollmentId(),
                                    e.studentId(),
                                    e.confirmBy()));
            case StudentApplied _ -> {} // it takes a seat only once it is accepted
            default -> throw new IllegalArgumentException("Leads to no seat: " + event);
        }
    }

    private void rebill(
            String enrollmentId, OfferingScheduled offering, String reason, LocalDate on) {
        var now = require(enrollmentId);
        var account = account(now.details());
        states.append(
                account, EnrollmentBilling.unbill(states.read(account), now.details(), reason, on));
        states.append(
                account, EnrollmentBilling.bill(now.details(), offering, now.base().bills(), on));
    }

    private Enrollment.Known require(String id) {
        return Enrollment.require(states.read(Enrollment.STREAM.stream(id)), id);
    }

    private Offering.Scheduled running(String id) {
        return Offering.running(states.read(Offering.STREAM.stream(id)), id);
    }

    private LocalDate day(String institutionId) {
        var stream = Institution.STREAM.stream(institutionId);
        return today.in(Institution.require(states.read(stream), institutionId).zone());
    }

    private static StreamId<Ledger, AccountEvent> account(Details details) {
        return account(details.institutionId(), details.studentId());
    }

    private static StreamId<Ledger, AccountEvent> account(String institutionId, String studentId) {
        return Account.STREAM.stream(Account.id(institutionId, studentId));
    }

    private CommandAnswer moved(String enrollmentId) {
        var now = require(enrollmentId);
        var details = now.details();
        var tuition =
                Offering.require(
                                states.read(Offering.STREAM.stream(details.offeringId())),
                                details.offeringId())
                        .tuition();
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
                                states.read(account(details)),
                                details.enrollmentId(),
                                Money.zero(tuition.currency())),
                        terms == null ? null : terms.version()));
    }

    /** The first result of enrolling; {@code tuition} is that of the offering. */
    record EnrollmentResult(
            String id,
            String status,
            String studentId,
            String offeringId,
            LocalDate effectiveOn,
            Money tuition) {}

    /** The enrollment after a move, and what its course is charged. */
    record MoveResult(
            String enrollmentId,
            String status,
            String studentId,
            String offeringId,
            @Nullable LocalDate confirmBy,
            @Nullable String fromOfferingId,
            Money charged,
            @Nullable Integer policyVersion) {}
}
