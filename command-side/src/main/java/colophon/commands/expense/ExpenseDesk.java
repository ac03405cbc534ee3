package colophon.commands.expense;

import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.institution.Institution;
import colophon.commands.offering.Offering;
import colophon.commands.student.Student;
import colophon.events.account.ExpensePosted;
import colophon.events.account.ExpenseReversalPosted;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.util.List;

@Component
class ExpenseDesk implements Desk {

    private final Subjects subjects;
    private final Today today;

    ExpenseDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
    }

    /** Expense and posting are one commit, since an award may reimburse it through the account. */
    @CommandHandler
    Answer handle(RecordExpense command) {
        Student.known(
                subjects.read(Student.SUBJECT.stream(command.studentId())), command.studentId());
        var institutionId = command.institutionId();
        var institution =
                Institution.known(
                        subjects.read(Institution.SUBJECT.stream(institutionId)), institutionId);
        Institution.accept(institution, command.amount());
        if (command.offeringId() != null) offering(command.offeringId(), institutionId);
        var stream = Expense.SUBJECT.stream(command.expenseId());
        var account = Account.SUBJECT.stream(Account.id(institutionId, command.studentId()));
        subjects.lock(stream, account);
        var decided = Expense.decide(command, subjects.read(stream), today.in(institution.zone()));
        subjects.append(stream, decided);
        for (var event : decided)
            if (event instanceof ExpenseRecorded e) subjects.append(account, List.of(posting(e)));
        return Answer.made(!decided.isEmpty(), new Made(command.expenseId(), command.amount()));
    }

    /** Reversal and posting are one commit. */
    @CommandHandler
    Answer handle(ReverseExpense command) {
        var stream = Expense.SUBJECT.stream(command.expenseId());
        var as = Expense.known(subjects.read(stream), command.expenseId());
        var account = Account.SUBJECT.stream(Account.id(as.institutionId(), as.studentId()));
        subjects.lock(stream, account);
        var institution =
                Institution.known(
                        subjects.read(Institution.SUBJECT.stream(as.institutionId())),
                        as.institutionId());
        var decided = Expense.decide(command, subjects.read(stream), today.in(institution.zone()));
        subjects.append(stream, decided);
        for (var event : decided)
            if (event instanceof ExpenseReversed e) subjects.append(account, List.of(posting(e)));
        return Answer.ok(new Reversed(as.expenseId(), "reversed", as.amount()));
    }

    private static ExpensePosted posting(ExpenseRecorded e) {
        return new ExpensePosted(
                e.institutionId(),
                e.studentId(),
                e.expenseId(),
                e.amount(),
                e.category(),
                e.offeringId(),
                e.incurredOn());
    }

    private static ExpenseReversalPosted posting(ExpenseReversed e) {
        return new ExpenseReversalPosted(
                e.institutionId(), e.studentId(), e.expenseId(), e.reason(), e.reversedOn());
    }

    private void offering(String id, String institutionId) {
        var offering = Offering.known(subjects.read(Offering.SUBJECT.stream(id)), id);
        if (!offering.institutionId().equals(institutionId))
            throw new Refusal(
                    OF_ANOTHER_INSTITUTION, "Offering " + id + " is not at " + institutionId + ".");
    }

    record Reversed(String id, String status, Money amount) {}

    record Made(String id, Money amount) {}
}
