package colophon.views.statement;

import colophon.events.money.Money;
import colophon.views.statement.Statement.StatementLine;
import colophon.views.statement.StatementApi.AccountStatement;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** One row of statements as a table. All amounts are in the currency of the account. */
record StatementRow(
        String institutionId,
        String institutionName,
        Currency currency,
        @Nullable LocalDate date,
        String kind,
        @Nullable String description,
        @Nullable BigDecimal debit,
        @Nullable BigDecimal credit,
        BigDecimal balance,
        @Nullable Long position) {

    /** One row for each line, between an "opening" and a "closing" row for each account. */
    static List<StatementRow> of(List<AccountStatement> accounts) {
        var rows = new ArrayList<StatementRow>();
        for (var account : accounts) {
            rows.add(edge(account, "opening", account.opening()));
            for (var line : account.lines()) rows.add(row(account, line));
            rows.add(edge(account, "closing", account.closing()));
        }
        return List.copyOf(rows);
    }

    private static StatementRow edge(AccountStatement account, String kind, Money balance) {
        return new StatementRow(
                account.institutionId(),
                account.institutionName(),
                account.currency(),
                null,
                kind,
                null,
                null,
                null,
                balance.amount(),
                null);
    }

    private static StatementRow row(AccountStatement account, StatementLine line) {
        return new StatementRow(
                account.institutionId(),
                account.institutionName(),
                account.currency(),
                line.date(),
                line.kind(),
                line.description(),
                amount(line.debit()),
                amount(line.credit()),
                line.balance().amount(),
                line.position());
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
