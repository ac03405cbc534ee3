package colophon.views.statement;

import colophon.events.money.Money;
import colophon.views.statement.StatementApi.AccountStatement;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Statements as a table for spreadsheets: no cell is ever taken for a formula. */
final class StatementCsv {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private static final String[] HEADER = {
        "institutionId",
        "institutionName",
        "currency",
        "date",
        "kind",
        "description",
        "debit",
        "credit",
        "balance",
        "position"
    };

    private StatementCsv() {}

    /** One row for each line, between a row "opening" and a row "closing" of each account. */
    static String of(List<AccountStatement> accounts) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            for (var account : accounts) rows(csv, account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void rows(CsvWriter csv, AccountStatement account) {
        row(csv, account, "", "opening", "", null, null, account.opening(), "");
        for (var line : account.lines())
            row(
                    csv,
                    account,
                    line.date().toString(),
                    line.kind(),
                    line.description(),
                    line.debit(),
                    line.credit(),
                    line.balance(),
                    Long.toString(line.position()));
        row(csv, account, "", "closing", "", null, null, account.closing(), "");
    }

    private static void row(
            CsvWriter csv,
            AccountStatement account,
            String date,
            String kind,
            String description,
            @Nullable Money debit,
            @Nullable Money credit,
            Money balance,
            String position) {
        var cells =
                new String[] {
                    account.institutionId(),
                    account.institutionName(),
                    account.currency().getCurrencyCode(),
                    date,
                    kind,
                    description,
                    amount(debit),
                    amount(credit),
                    amount(balance),
                    position
                };
        csv.writeRecord(Arrays.stream(cells).map(StatementCsv::harmless).toArray(String[]::new));
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "" : money.amount().toPlainString();
    }

    /** A spreadsheet runs what begins like a formula; the apostrophe makes it a text. */
    static String harmless(String cell) {
        if (cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0) return cell;
        return NUMBER.matcher(cell).matches() ? cell : "'" + cell;
    }
}
