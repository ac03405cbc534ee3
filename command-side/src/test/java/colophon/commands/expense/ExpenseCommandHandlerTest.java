package colophon.commands.expense;

import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.EXPENSE_NOT_FOUND;
import static colophon.commands.Reason.INSTITUTION_NOT_FOUND;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.campus.Sums.eur;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.CommandAnswer;
import colophon.events.expense.ExpenseCategory;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpenseCommandHandlerTest {

    private final CommandSide office = Campus.open();

    @Test
    void records_an_expense_on_the_day_it_is_at_the_institution_and_never_bills_it() {
        office.send(offering("o-1", 9));
        var made = new ExpenseCommandHandler.ExpenseResult("x-1", usd("900"));

        assertThat(office.send(record("s-1", "ucla", usd("900"), "o-1")))
                .isEqualTo(CommandAnswer.created(made));
        assertThat(office.lastCommit())
                .containsExactly(
                        new ExpenseRecorded(
                                "x-1",
                                "s-1",
                                "ucla",
                                usd("900"),
                                ExpenseCategory.TRAVEL,
                                "o-1",
                                TODAY));
        assertThat(office.send(record("s-1", "ucla", usd("900"), "o-1")))
                .isEqualTo(CommandAnswer.ok(made));
    }

    @Test
    void reverses_an_expense_on_the_account_too() {
        office.send(record("s-1", "ucla", usd("900"), null));
        var answer = office.send(new ReverseExpense("x-1", "was paid back"));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new ExpenseCommandHandler.ExpenseReversalResult(
                                        "x-1", "reversed", usd("900"))));
        assertThat(office.lastCommit())
                .containsExactly(new ExpenseReversed("x-1", "s-1", "ucla", "was paid back", TODAY));
        var account = office.subjects().read(Account.STREAM.stream("ucla/s-1"));
        assertThat(account.expenses()).isEmpty();
        refused(new ReverseExpense("x-0", "?"), EXPENSE_NOT_FOUND);
    }

    @Test
    void refuses_another_currency() {
        refused(record("s-1", "ucla", eur("900"), null), CURRENCY_MISMATCH);
    }

    @Test
    void refuses_a_student_an_institution_and_an_offering_nobody_knows() {
        refused(record("s-0", "ucla", usd("900"), null), STUDENT_NOT_FOUND);
        refused(record("s-1", "mit", usd("900"), null), INSTITUTION_NOT_FOUND);
        refused(record("s-1", "ucla", usd("900"), "o-0"), OFFERING_NOT_FOUND);
    }

    @Test
    void refuses_an_offering_at_another_institution() {
        Campus.openAnother(office);

        refused(record("s-1", "ucla", usd("900"), "o-9"), OF_ANOTHER_INSTITUTION);
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private static RecordExpense record(
            String studentId, String institutionId, Money amount, @Nullable String offeringId) {
        return new RecordExpense(
                "x-1", studentId, institutionId, amount, ExpenseCategory.TRAVEL, offeringId, null);
    }
}
