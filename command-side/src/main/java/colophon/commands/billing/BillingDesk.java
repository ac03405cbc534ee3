package colophon.commands.billing;

import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.OF_ANOTHER_STUDENT;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subject.Stream;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.institution.Institution;
import colophon.commands.student.Student;
import colophon.events.account.AccountEvent;
import colophon.events.account.ChargeKind;
import colophon.events.account.Instalment;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

@Component
class BillingDesk implements Desk {

    private final Subjects subjects;
    private final Today today;

    BillingDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
    }

    @CommandHandler
    Answer handle(PostCharge command) {
        var day = day(command.studentId(), command.institutionId(), command.amount());
        var offeringId = offering(command);
        var stream = account(command.institutionId(), command.studentId());
        subjects.lock(stream);
        var decided = Charges.decide(command, offeringId, subjects.read(stream), day);
        subjects.append(stream, decided);
        var charge = Charges.known(subjects.read(stream), command.chargeId());
        return Answer.made(
                !decided.isEmpty(),
                new Charged(
                        charge.chargeId(),
                        charge.kind(),
                        charge.amount(),
                        charge.chargedOn(),
                        charge.dueOn()));
    }

    @CommandHandler
    Answer handle(LowerCharge command) {
        var day = day(command.studentId(), command.institutionId(), command.amount());
        var stream = account(command.institutionId(), command.studentId());
        subjects.lock(stream);
        subjects.append(stream, Charges.decide(command, subjects.read(stream), day));
        var left = Charges.left(subjects.read(stream), command.chargeId());
        return Answer.ok(new Lowered(command.chargeId(), left));
    }

    @CommandHandler
    Answer handle(AgreePlan command) {
        for (var instalment : command.instalments())
            day(command.studentId(), command.institutionId(), instalment.amount());
        var day = day(command.studentId(), command.institutionId(), null);
        var stream = account(command.institutionId(), command.studentId());
        subjects.lock(stream);
        var decided = Plans.decide(command, subjects.read(stream), day);
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Plan(command.planId(), command.instalments()));
    }

    @CommandHandler
    Answer handle(EndPlan command) {
        var day = day(command.studentId(), command.institutionId(), null);
        var stream = account(command.institutionId(), command.studentId());
        subjects.lock(stream);
        subjects.append(stream, Plans.decide(command, subjects.read(stream), day));
        return Answer.ok(new Done(command.planId(), "ended"));
    }

    @CommandHandler
    Answer handle(LockAllocation command) {
        var day = day(command.studentId(), command.institutionId(), command.amount());
        var stream = account(command.institutionId(), command.studentId());
        subjects.lock(stream);
        var decided = Locks.decide(command, subjects.read(stream), day);
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Done(command.lockId(), "locked"));
    }

    @CommandHandler
    Answer handle(UnlockAllocation command) {
        var day = day(command.studentId(), command.institutionId(), null);
        var stream = account(command.institutionId(), command.studentId());
        subjects.lock(stream);
        subjects.append(stream, Locks.decide(command, subjects.read(stream), day));
        return Answer.ok(new Done(command.lockId(), "unlocked"));
    }

    /**
     * Today at the institution. Refused if the institution or student does not exist or the amount
     * is in another currency.
     */
    private LocalDate day(String studentId, String institutionId, @Nullable Money amount) {
        Student.known(subjects.read(Student.SUBJECT.stream(studentId)), studentId);
        var institution =
                Institution.known(
                        subjects.read(Institution.SUBJECT.stream(institutionId)), institutionId);
        if (amount != null) Institution.accept(institution, amount);
        return today.in(institution.zone());
    }

    private @Nullable String offering(PostCharge command) {
        var id = command.enrollmentId();
        if (id == null) return null;
        var enrolled = Enrollment.known(subjects.read(Enrollment.SUBJECT.stream(id)), id);
        if (!enrolled.studentId().equals(command.studentId()))
            throw new Refusal(
                    OF_ANOTHER_STUDENT,
                    "Enrollment " + id + " is not of student " + command.studentId() + ".");
        if (!enrolled.institutionId().equals(command.institutionId()))
            throw new Refusal(
                    OF_ANOTHER_INSTITUTION,
                    "Enrollment " + id + " is not at " + command.institutionId() + ".");
        return enrolled.offeringId();
    }

    private static Stream<Ledger, AccountEvent> account(String institutionId, String studentId) {
        return Account.SUBJECT.stream(Account.id(institutionId, studentId));
    }

    record Charged(
            String id, ChargeKind kind, Money amount, LocalDate chargedOn, LocalDate dueOn) {}

    /** {@code left} is what is left of the charge. */
    record Lowered(String id, Money left) {}

    record Plan(String id, List<Instalment> instalments) {}

    record Done(String id, String status) {}
}
