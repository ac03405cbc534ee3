package colophon.commands.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.imports.rows.RowFile.Row;
import colophon.commands.imports.rows.RowFile.Size;

import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

@Tag("io")
class RowFileTest {

    record Body(@NotNull String name, @Nullable String id) {}

    private static final RowMapping FORM =
            new RowMapping(
                    Body.class,
                    null,
                    new JsonMapper(),
                    Validation.buildDefaultValidatorFactory().getValidator());

    @TempDir Path directory;

    @Test
    void reads_rows_with_the_number_of_their_line() throws Exception {
        var file = file("id,name\r\ns-1,Ada\r\n\r\n\"s-2\",\"O\"\"Neill, Jr\"\r\n");
        assertThat(file.checked(FORM)).isEqualTo(new Size(2, 4));
        var rows = new ArrayList<Row>();
        file.each(rows::add);
        assertThat(rows)
                .containsExactly(
                        new Row(2, Map.of("id", "s-1", "name", "Ada")),
                        new Row(4, Map.of("id", "s-2", "name", "O\"Neill, Jr")));
    }

    @Test
    void passes_over_the_mark_that_spreadsheets_put_first_and_needs_no_last_line_end()
            throws Exception {
        assertThat(file("\uFEFFname\nÆthel 李").checked(FORM)).isEqualTo(new Size(1, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,colour~Ada,red | line 1: 'colour' is not a column of this kind",
                "name,colour~Ada,red | the columns are name, id",
                "id~s-1 | line 1: 'name' is missing",
                "name,name~a,b | line 1: 'name' is given twice",
                "Name~a | line 1: 'Name' is not a column",
                "name;id~a;b | line 1: 'name;id' is not a column",
                "name,id~a,b~a~a,b,c~a,b | line 3: 1 cells, not 2; line 4: 3 cells, not 2.",
                "name,id~a,\"b~c\" | line 2: a line break in a cell",
                "name,id~a,b~\"a,b~c,d | quotes",
                "name | there is no row",
                "'' | line 1: there is no header",
            })
    void names_the_lines_that_are_wrong(String text, String says) {
        refuses(text.replace("~", "\n").getBytes(UTF_8), says);
    }

    @Test
    void names_the_line_that_is_not_utf_8() {
        refuses("name\nAda\nMüller\n".getBytes(ISO_8859_1), "line 3: not UTF-8");
        refuses("name\nAda\n".getBytes(UTF_16LE), "line 1: a zero byte");
    }

    @Test
    void reads_no_line_without_end() {
        refuses(("name\n" + "a".repeat(40_000)).getBytes(UTF_8), "line 2: more than 32768 bytes");
    }

    @Test
    void names_twenty_wrong_lines_and_says_that_there_are_more() {
        refuses(
                ("name\n" + "a,b\n".repeat(50)).getBytes(UTF_8),
                "line 21: 2 cells, not 1; and more.");
    }

    @Test
    void has_a_hundred_thousand_rows_at_most() throws Exception {
        assertThat(file("name\n" + "a\n".repeat(100_000)).checked(FORM).rows()).isEqualTo(100_000);
        refuses(
                ("name\n" + "a\n".repeat(100_001)).getBytes(UTF_8),
                "line 100002: more than 100000 rows");
    }

    private void refuses(byte[] bytes, String says) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> file(bytes).checked(FORM))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.INVALID_FILE))
                .withMessageContaining(says);
    }

    private RowFile file(String text) throws IOException {
        return file(text.getBytes(UTF_8));
    }

    private RowFile file(byte[] bytes) throws IOException {
        return new RowFile(Files.write(directory.resolve("rows.csv"), bytes));
    }
}
