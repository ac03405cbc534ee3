package colophon.commands.enrollment;

import colophon.commands.account.Account;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.institution.Institution;
import colophon.commands.offering.Offering;
import colophon.commands.offering.TakeSeat;
import colophon.commands.student.Student;
import colophon.events.account.AccountEvent;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.money.Money;
import colophon.events.offering.OfferingScheduled;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

@Component
class EnrollmentDesk implements Desk {

    private final Subjects subjects;
    private final Today today;

    EnrollmentDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
    }

    /** Enrollment, seat and charge in one commit: none is ever there without the others. */
    @CommandHandler
    Answer handle(Enroll command) {
        Student.known(
                subjects.read(Student.SUBJECT.stream(command.studentId())), command.studentId());
        var seats = Offering.SUBJECT.stream(command.offeringId());
        var offering = Offering.known(subjects.read(seats), command.offeringId());
        var enrollment = Enrollment.SUBJECT.stream(command.enrollmentId());
        var account =
                Account.SUBJECT.stream(Account.id(offering.institutionId(), command.studentId()));
        subjects.lock(enrollment, seats, account);
        var decided =
                Enrollment.decide(command, offering, subjects.read(enrollment), day(offering));
        subjects.append(enrollment, decided);
        for (var event : decided)
            if (event instanceof StudentEnrolled enrolled) {
                var seat =
                        new TakeSeat(
                                offering.offeringId(),
                                enrolled.enrollmentId(),
                                enrolled.studentId());
                subjects.append(seats, Offering.decide(seat, subjects.read(seats)));
                subjects.append(account, charges(enrolled, offering));
            }
        var first = Enrollment.known(subjects.read(enrollment), command.enrollmentId());
        return Answer.made(!decided.isEmpty(), Enrolled.of(first, offering));
    }

    @CommandHandler
    Answer handle(RecordOutcome command) {
        var stream = Enrollment.SUBJECT.stream(command.enrollmentId());
        subjects.lock(stream);
        var enrollment = subjects.read(stream);
        var offeringId = Enrollment.known(enrollment, command.enrollmentId()).offeringId();
        var offering =
                Offering.known(subjects.read(Offering.SUBJECT.stream(offeringId)), offeringId);
        subjects.append(stream, Enrollment.decide(command, enrollment, day(offering)));
        return Answer.ok(new Outcome(command.enrollmentId(), "finished"));
    }

    @CommandHandler
    Answer handle(ReverseCompletion command) {
        var stream = Enrollment.SUBJECT.stream(command.enrollmentId());
        subjects.lock(stream);
        subjects.append(stream, Enrollment.decide(command, subjects.read(stream)));
        return Answer.ok(new Outcome(command.enrollmentId(), "enrolled"));
    }

    private LocalDate day(OfferingScheduled offering) {
        var id = offering.institutionId();
        var institution = Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
        return today.in(institution.zone());
    }

    /** The deposit is a part of the tuition that is due on a day of its own. */
    private static List<AccountEvent> charges(
            StudentEnrolled enrolled, OfferingScheduled offering) {
        var deposit = offering.deposit();
        var rest = deposit == null ? offering.tuition() : offering.tuition().minus(deposit);
        var tuition = charge(enrolled, offering, ChargeKind.TUITION, rest, offering.dueOn());
        return deposit == null
                ? List.of(tuition)
                : List.of(
                        charge(
                                enrolled,
                                offering,
                                ChargeKind.DEPOSIT,
                                deposit,
                                offering.depositDueOn()),
                        tuition);
    }

    private static ChargePosted charge(
            StudentEnrolled enrolled,
            OfferingScheduled offering,
            ChargeKind kind,
            Money amount,
            @Nullable LocalDate dueOn) {
        return new ChargePosted(
                offering.institutionId(),
                enrolled.studentId(),
                enrolled.enrollmentId() + ":" + kind,
                kind,
                enrolled.enrollmentId(),
                offering.offeringId(),
                amount,
                null,
                enrolled.effectiveOn(),
                Objects.requireNonNullElse(dueOn, enrolled.effectiveOn()));
    }

    record Enrolled(
            String id,
            String status,
            String studentId,
            String offeringId,
            LocalDate effectiveOn,
            Money tuition) {

        static Enrolled of(StudentEnrolled e, OfferingScheduled offering) {
            return new Enrolled(
                    e.enrollmentId(),
                    "enrolled",
                    e.studentId(),
                    e.offeringId(),
                    e.effectiveOn(),
                    offering.tuition());
        }
    }

    record Outcome(String id, String status) {}
}
