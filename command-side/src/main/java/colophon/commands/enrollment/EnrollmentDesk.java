package colophon.commands.enrollment;

import colophon.commands.account.Account;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subject.Stream;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.enrollment.Enrollment.Particulars;
import colophon.commands.institution.Institution;
import colophon.commands.offering.Offering;
import colophon.commands.offering.SeatMove;
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
class EnrollmentDesk implements Desk {

    private final Subjects subjects;
    private final Seats seats;
    private final Today today;

    EnrollmentDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.seats = new Seats(subjects);
        this.today = today;
    }

    /** Enrollment, seat and charge are one commit, so that none exists without the others. */
    @CommandHandler
    Answer handle(Enroll command) {
        Student.known(
                subjects.read(Student.SUBJECT.stream(command.studentId())), command.studentId());
        var offerings = Offering.SUBJECT.stream(command.offeringId());
        var offering = Offering.known(subjects.read(offerings), command.offeringId());
        var enrollment = Enrollment.SUBJECT.stream(command.enrollmentId());
        subjects.lock(
                enrollment, offerings, account(offering.institutionId(), command.studentId()));
        var decided =
                Enrollment.decide(
                        command,
                        subjects.read(offerings),
                        subjects.read(enrollment),
                        day(offering.institutionId()));
        subjects.append(enrollment, decided);
        for (var event : decided) follow(event, offering);
        var begun = here(command.enrollmentId()).base().begun();
        return Answer.made(
                !decided.isEmpty(),
                new Begun(
                        command.enrollmentId(),
                        begun.status(),
                        command.studentId(),
                        begun.offeringId(),
                        begun.on(),
                        offering.tuition()));
    }

    @CommandHandler
    Answer handle(EnrollmentMove.Accept command) {
        var as = locked(command.enrollmentId()).as();
        var offering = running(as.offeringId());
        append(
                as,
                offering.as(),
                Enrollment.decide(
                        command, offering, here(as.enrollmentId()), day(as.institutionId())));
        return moved(as.enrollmentId());
    }

    @CommandHandler
    Answer handle(EnrollmentMove.OfferSeat command) {
        var as = locked(command.enrollmentId()).as();
        var offering = running(as.offeringId()).as();
        append(
                as,
                offering,
                Enrollment.decide(
                        command, offering, here(as.enrollmentId()), day(as.institutionId())));
        return moved(as.enrollmentId());
    }

    @CommandHandler
    Answer handle(EnrollmentMove.Confirm command) {
        var as = locked(command.enrollmentId()).as();
        var offering = running(as.offeringId());
        append(
                as,
                offering.as(),
                Enrollment.decide(
                        command, offering, here(as.enrollmentId()), day(as.institutionId())));
        return moved(as.enrollmentId());
    }

    /** Seat, charges and enrollment move in one commit. Earlier payments pay the new charges. */
    @CommandHandler
    Answer handle(EnrollmentMove.Transfer command) {
        var as = locked(command.enrollmentId(), command.offeringId()).as();
        var day = day(as.institutionId());
        var before = here(as.enrollmentId());
        var target = running(command.offeringId());
        var decided = Enrollment.decide(command, target, before, day);
        subjects.append(Enrollment.SUBJECT.stream(as.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof EnrollmentTransferred e) {
                seats.move(new SeatMove.Take(e.offeringId(), as.enrollmentId(), as.studentId()));
                rebill(e.enrollmentId(), target.as(), e.reason(), e.transferredOn());
                seats.free(e.fromOfferingId(), as.enrollmentId(), day);
            }
        return moved(as.enrollmentId());
    }

    /** The seat is released and nothing is charged. Payments stay on the account. */
    @CommandHandler
    Answer handle(EnrollmentMove.Defer command) {
        var as = locked(command.enrollmentId()).as();
        var day = day(as.institutionId());
        var decided = Enrollment.decide(command, here(as.enrollmentId()), day);
        subjects.append(Enrollment.SUBJECT.stream(as.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof EnrollmentDeferred e) {
                var account = account(as);
                subjects.append(
                        account,
                        Billing.unbill(subjects.read(account), as, e.reason(), e.deferredOn()));
                seats.free(as.offeringId(), as.enrollmentId(), day);
            }
        return moved(as.enrollmentId());
    }

    /** Takes a seat and charges the course in full; charges kept at the leaving are reversed. */
    @CommandHandler
    Answer handle(EnrollmentMove.Reinstate command) {
        var as = locked(command.enrollmentId()).as();
        var offering = running(as.offeringId());
        var decided =
                Enrollment.decide(
                        command, offering, here(as.enrollmentId()), day(as.institutionId()));
        subjects.append(Enrollment.SUBJECT.stream(as.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof EnrollmentReinstated e) {
                seats.move(new SeatMove.Take(as.offeringId(), as.enrollmentId(), as.studentId()));
                rebill(e.enrollmentId(), offering.as(), e.reason(), e.reinstatedOn());
            }
        return moved(as.enrollmentId());
    }

    /** Locks the enrollment, its offering, its account, and another offering if there is one. */
    private Enrollment.Known locked(String enrollmentId, String... offeringIds) {
        var as = here(enrollmentId).as();
        var streams = new ArrayList<Stream<?, ?>>();
        streams.add(Enrollment.SUBJECT.stream(enrollmentId));
        streams.add(Offering.SUBJECT.stream(as.offeringId()));
        streams.add(account(as));
        for (var id : offeringIds) streams.add(Offering.SUBJECT.stream(id));
        subjects.lock(streams.toArray(Stream<?, ?>[]::new));
        var now = here(enrollmentId);
        if (!now.as().equals(as))
            throw new ConcurrencyException("It was transferred; the other offering is not locked");
        return now;
    }

    private void append(Particulars as, OfferingScheduled offering, List<EnrollmentEvent> decided) {
        subjects.append(Enrollment.SUBJECT.stream(as.enrollmentId()), decided);
        for (var event : decided) follow(event, offering);
    }

    /** Applies a move toward a seat to the offering and the account. */
    private void follow(EnrollmentEvent event, OfferingScheduled offering) {
        switch (event) {
            case StudentEnrolled e -> {
                seats.move(new SeatMove.Take(e.offeringId(), e.enrollmentId(), e.studentId()));
                var as = here(e.enrollmentId()).as();
                subjects.append(account(as), Billing.bill(as, offering, 1, e.effectiveOn()));
            }
            case StudentWaitlisted e ->
                    seats.move(new SeatMove.Join(e.offeringId(), e.enrollmentId(), e.studentId()));
            case SeatOffered e ->
                    seats.move(
                            new SeatMove.Hold(
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
        var now = here(enrollmentId);
        var account = account(now.as());
        subjects.append(account, Billing.unbill(subjects.read(account), now.as(), reason, on));
        subjects.append(account, Billing.bill(now.as(), offering, now.base().bills(), on));
    }

    private Enrollment.Known here(String id) {
        return Enrollment.here(subjects.read(Enrollment.SUBJECT.stream(id)), id);
    }

    private Offering.Scheduled running(String id) {
        return Offering.running(subjects.read(Offering.SUBJECT.stream(id)), id);
    }

    private LocalDate day(String institutionId) {
        var stream = Institution.SUBJECT.stream(institutionId);
        return today.in(Institution.known(subjects.read(stream), institutionId).zone());
    }

    private static Stream<Ledger, AccountEvent> account(Particulars as) {
        return account(as.institutionId(), as.studentId());
    }

    private static Stream<Ledger, AccountEvent> account(String institutionId, String studentId) {
        return Account.SUBJECT.stream(Account.id(institutionId, studentId));
    }

    private Answer moved(String enrollmentId) {
        var now = here(enrollmentId);
        var as = now.as();
        var tuition =
                Offering.known(
                                subjects.read(Offering.SUBJECT.stream(as.offeringId())),
                                as.offeringId())
                        .tuition();
        var terms = Enrollment.terms(now);
        return Answer.ok(
                new Moved(
                        as.enrollmentId(),
                        now.status(),
                        as.studentId(),
                        as.offeringId(),
                        now instanceof Enrollment.Accepted held ? held.confirmBy() : null,
                        now instanceof Enrollment.Enrolled enrolled
                                        && enrolled.via() instanceof Enrollment.Transferred via
                                ? via.fromOfferingId()
                                : null,
                        Billing.billed(
                                subjects.read(account(as)),
                                as.enrollmentId(),
                                Money.zero(tuition.currency())),
                        terms == null ? null : terms.version()));
    }

    /** The first result of enrolling; {@code tuition} is that of the offering. */
    record Begun(
            String id,
            String status,
            String studentId,
            String offeringId,
            LocalDate effectiveOn,
            Money tuition) {}

    /** The enrollment after a move, and what its course is charged. */
    record Moved(
            String enrollmentId,
            String status,
            String studentId,
            String offeringId,
            @Nullable LocalDate confirmBy,
            @Nullable String fromOfferingId,
            Money charged,
            @Nullable Integer policyVersion) {}
}
