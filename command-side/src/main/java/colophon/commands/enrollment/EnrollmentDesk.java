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
import colophon.events.account.TuitionCharged;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.money.Money;
import colophon.events.offering.OfferingScheduled;

import org.axonframework.commandhandling.CommandHandler;
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
                subjects.append(account, List.of(charge(enrolled, offering)));
            }
        var first = Enrollment.known(subjects.read(enrollment), command.enrollmentId());
        return Answer.made(!decided.isEmpty(), Enrolled.of(first, offering));
    }

    private LocalDate day(OfferingScheduled offering) {
        var id = offering.institutionId();
        var institution = Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
        return today.in(institution.zone());
    }

    private static TuitionCharged charge(StudentEnrolled enrolled, OfferingScheduled offering) {
        return new TuitionCharged(
                offering.institutionId(),
                enrolled.studentId(),
                enrolled.enrollmentId(),
                offering.offeringId(),
                offering.tuition(),
                enrolled.effectiveOn(),
                Objects.requireNonNullElse(offering.dueOn(), enrolled.effectiveOn()));
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
}
