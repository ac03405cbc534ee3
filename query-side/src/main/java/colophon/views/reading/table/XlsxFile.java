package colophon.views.reading.table;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Writes tables as Office Open XML. Numbers keep all their digits and never become floating-point
 * numbers. Texts are typed as texts, so that none is a formula. Days are dates.
 */
final class XlsxFile {

    private static final int ROWS_IN_MEMORY = 500;

    private XlsxFile() {}

    static void write(Table table, OutputStream to) throws IOException {
        var book = new Workbook(to, "Colophon", "1.0");
        var sheet = book.newWorksheet("Table");
        var columns = table.columns();
        for (int i = 0; i < columns.size(); i++) sheet.inlineString(0, i, columns.get(i).name());
        sheet.freezePane(0, 1);
        int line = 1;
        for (var row : table) {
            for (int i = 0; i < columns.size(); i++)
                write(sheet, line, i, columns.get(i).cell().of(row));
            if (line++ % ROWS_IN_MEMORY == 0) sheet.flush();
        }
        book.finish();
    }

    private static void write(Worksheet sheet, int line, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case BigDecimal exact -> {
                // the library writes what toString returns, so this number prints its own digits
                sheet.value(line, column, new BigDecimal(exact.toPlainString()));
                sheet.style(line, column).format(decimals(exact.scale())).set();
            }
            case Number whole -> sheet.value(line, column, whole);
            case Boolean truth -> sheet.value(line, column, truth);
            case LocalDate day -> {
                sheet.value(line, column, day);
                sheet.style(line, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.inlineString(line, column, cell.toString());
        }
    }

    private static String decimals(int scale) {
        return scale <= 0 ? "0" : "0." + "0".repeat(scale);
    }
}
