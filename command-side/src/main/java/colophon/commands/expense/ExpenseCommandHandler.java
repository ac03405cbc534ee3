package colophon.commands.expense;

import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.offering.Offering;
import colophon.commands.student.Student;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.util.List;

@Component
class ExpenseCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final Today today;

    ExpenseCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.today = today;
    }

    /** It lies in the account, too, through which an award may reimburse it. */
    @CommandHandler
    CommandAnswer handle(RecordExpense command) {
        Student.require(states, command.studentId());
        var institutionId = command.institutionId();
        var institution = Institution.require(states, institutionId);
        Institution.accept(institution, command.amount());
        if (command.offeringId() != null) offering(command.offeringId(), institutionId);
        var stream = Expense.STREAM.stream(command.expenseId());
        var account = Account.stream(institutionId, command.studentId());
        states.lock(stream, account);
        var decided = Expense.decide(command, states.read(stream), today.in(institution.zone()));
        states.append(List.of(stream, account), decided);
        return CommandAnswer.made(
                !decided.isEmpty(), new ExpenseResult(command.expenseId(), command.amount()));
    }

    @CommandHandler
    CommandAnswer handle(ReverseExpense command) {
        var stream = Expense.STREAM.stream(command.expenseId());
        var as = Expense.require(states.read(stream), command.expenseId());
        var account = Account.stream(as.institutionId(), as.studentId());
        states.lock(stream, account);
        var institution = Institution.require(states, as.institutionId());
        var decided = Expense.decide(command, states.read(stream), today.in(institution.zone()));
        states.append(List.of(stream, account), decided);
        return CommandAnswer.ok(new ExpenseReversalResult(as.expenseId(), "reversed", as.amount()));
    }

    private void offering(String id, String institutionId) {
        var offering = Offering.require(states, id);
        if (!offering.institutionId().equals(institutionId))
            throw new Refusal(
                    OF_ANOTHER_INSTITUTION, "Offering " + id + " is not at " + institutionId + ".");
    }

    record ExpenseReversalResult(String id, String status, Money amount) {}

    record ExpenseResult(String id, Money amount) {}
}
