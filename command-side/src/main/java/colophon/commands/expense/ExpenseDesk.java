package colophon.commands.expense;

import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;

import colophon.commands.Refusal;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.institution.Institution;
import colophon.commands.offering.Offering;
import colophon.commands.student.Student;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ExpenseDesk implements Desk {

    private final Subjects subjects;
    private final Today today;

    ExpenseDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
    }

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
        subjects.lock(stream);
        var decided = Expense.decide(command, subjects.read(stream), today.in(institution.zone()));
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.expenseId(), command.amount()));
    }

    private void offering(String id, String institutionId) {
        var offering = Offering.known(subjects.read(Offering.SUBJECT.stream(id)), id);
        if (!offering.institutionId().equals(institutionId))
            throw new Refusal(
                    OF_ANOTHER_INSTITUTION, "Offering " + id + " is not at " + institutionId + ".");
    }

    record Made(String id, Money amount) {}
}
