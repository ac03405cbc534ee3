package colophon.commands.imports.rows;

import static colophon.commands.Reason.INVALID_FILE;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.Refusal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A CSV file as it was sent: UTF-8, commas, a header of known columns, one row per line. It is read
 * row by row and never held in memory as a whole.
 */
public record RowFile(Path path) {

    /** Most rows of a file. */
    static final int MOST_ROWS = 100_000;

    private static final int LONGEST_LINE = 32 * 1024;
    private static final int MOST_MISTAKES = 20;

    /** The number of rows, and the line number of the last one. */
    public record Size(int rows, int lastLine) {}

    /** One row; the header is line 1. */
    public record Row(int line, Map<String, String> cells) {}

    /** Handles a row. An exception ends the reading. */
    @FunctionalInterface
    public interface Reader {
        /** Handles one row. */
        void read(Row row);
    }

    /** The size of the file. Throws a Refusal that names the wrong lines, if there are any. */
    public Size checked(RowMapping form) {
        checkBytes();
        var mistakes = new ArrayList<String>();
        int rows = 0;
        int last = 1;
        try (var csv = open()) {
            var records = csv.iterator();
            if (!records.hasNext()) throw wrong(List.of("line 1: there is no header"));
            var header = header(records.next(), form);
            while (records.hasNext() && mistakes.size() <= MOST_MISTAKES) {
                var record = records.next();
                last = (int) record.getStartingLineNumber();
                if (++rows > MOST_ROWS)
                    throw wrong(List.of("line " + last + ": more than " + MOST_ROWS + " rows"));
                if (record.getFieldCount() != header.size())
                    mistakes.add(
                            "line %d: %d cells, not %d"
                                    .formatted(last, record.getFieldCount(), header.size()));
                else if (record.getFields().stream().anyMatch(RowFile::breaks))
                    mistakes.add("line " + last + ": a line break in a cell");
            }
        } catch (CsvParseException e) {
            throw wrong(List.of("after line " + last + ": quotes do not match"));
        } catch (UncheckedIOException e) {
            throw new ImportFileException(e);
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
        if (!mistakes.isEmpty()) throw wrong(mistakes);
        if (rows == 0) throw wrong(List.of("line 2: there is no row"));
        return new Size(rows, last);
    }

    /** Passes every row to the reader. The file must have been checked. */
    public void each(Reader reader) {
        try (var csv = open()) {
            var records = csv.iterator();
            var header = names(records.next());
            while (records.hasNext()) {
                var record = records.next();
                var cells = new HashMap<String, String>();
                for (int i = 0; i < header.size(); i++)
                    cells.put(header.get(i), record.getField(i));
                reader.read(new Row((int) record.getStartingLineNumber(), cells));
            }
        } catch (UncheckedIOException e) {
            throw new ImportFileException(e);
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    private CsvReader<CsvRecord> open() throws IOException {
        return CsvReader.builder()
                .allowExtraFields(true) // we count them, so that every wrong line is named
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .maxBufferSize(4 * LONGEST_LINE)
                .ofCsvRecord(Files.newBufferedReader(path, UTF_8));
    }

    private static List<String> header(CsvRecord first, RowMapping form) {
        var names = names(first);
        var mistakes = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!form.columns().contains(name))
                mistakes.add("line 1: '" + shortened(name) + "' is not a column of this kind");
            else if (!seen.add(name)) mistakes.add("line 1: '" + name + "' is given twice");
        }
        for (var name : form.required())
            if (!seen.contains(name)) mistakes.add("line 1: '" + name + "' is missing");
        if (mistakes.isEmpty()) return names;
        mistakes.add("the columns are " + String.join(", ", form.columns()));
        throw wrong(mistakes);
    }

    private static List<String> names(CsvRecord header) {
        var names = new ArrayList<>(header.getFields());
        if (names.getFirst().startsWith("\uFEFF")) names.set(0, names.getFirst().substring(1));
        return names;
    }

    private static boolean breaks(String cell) {
        return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
    }

    /** Checks that every line is UTF-8, has no NUL and is not too long. */
    private void checkBytes() {
        try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            var line = new ByteArrayOutputStream();
            int number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == 0)
                    throw wrong(
                            List.of("line " + number + ": a zero byte; the file must be UTF-8"));
                if (next != '\n') line.write(next);
                if (line.size() > LONGEST_LINE)
                    throw wrong(
                            List.of("line %d: more than %d bytes".formatted(number, LONGEST_LINE)));
                if (next == '\n') checkLine(line, number++);
            }
            checkLine(line, number);
        } catch (UncheckedIOException e) {
            throw new ImportFileException(e);
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    private static void checkLine(ByteArrayOutputStream line, int number) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
        } catch (CharacterCodingException _) {
            throw wrong(List.of("line " + number + ": not UTF-8"));
        }
        line.reset();
    }

    private static Refusal wrong(List<String> mistakes) {
        var first = mistakes.stream().limit(MOST_MISTAKES).toList();
        var more = mistakes.size() > first.size() ? "; and more" : "";
        return new Refusal(INVALID_FILE, String.join("; ", first) + more + ".");
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "...";
    }
}
