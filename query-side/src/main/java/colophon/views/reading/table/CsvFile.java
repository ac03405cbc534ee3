package colophon.views.reading.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.jspecify.annotations.Nullable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;

/** Writes tables as RFC 4180 describes, in UTF-8. No cell can act as a formula. */
final class CsvFile {

    /** Characters with which a formula begins in spreadsheets; some also in full width. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvFile() {}

    static void write(Table table, OutputStream to) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(table.columns().stream().map(TableColumns.Column::name).toList());
        for (var row : table)
            csv.writeRecord(
                    table.columns().stream().map(column -> text(column.cell().of(row))).toList());
        csv.flush();
        text.flush();
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal exact -> exact.toPlainString();
            case String text -> harmless(text);
            default -> cell.toString();
        };
    }

    /** Makes a cell a text by an apostrophe. Otherwise a spreadsheet might run it as a formula. */
    static String harmless(String cell) {
        return cell.isEmpty() || BEGINS_A_FORMULA.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
