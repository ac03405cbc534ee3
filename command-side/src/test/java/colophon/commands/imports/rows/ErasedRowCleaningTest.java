package colophon.commands.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.imports.rows.RowFile.Row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@Tag("io")
@SuppressWarnings("NullAway.Init")
class ErasedRowCleaningTest {

    @TempDir Path data;
    private ImportFiles uploads;
    private ErasedRowCleaning rows;

    @BeforeEach
    void none() {
        uploads = new ImportFiles(data);
        rows = new ErasedRowCleaning(uploads);
    }

    @Test
    void empties_the_row_that_names_them_and_leaves_each_other_on_its_line() throws IOException {
        var file =
                kept(
                        "students.1",
                        "id,givenName,familyName\r\ns-1,Ada,Lovelace\r\n\r\n\"s-2\",\"Quirble,"
                                + " Zx\",Wost\r\ns-3,Bo,Li\r\n");
        rows.forget("s-2");
        assertThat(everything()).doesNotContain("Quirble", "Wost").contains("Ada", "Lovelace");
        var read = new ArrayList<Row>();
        new RowFile(file).each(read::add);
        assertThat(read).extracting(Row::line).containsExactly(2, 4, 5);
        assertThat(read.get(1).cells().values()).containsOnly("");
        assertThat(read.get(2).cells()).containsEntry("id", "s-3").containsEntry("givenName", "Bo");
    }

    @Test
    void empties_a_row_that_gets_an_id_of_its_own() throws IOException {
        kept("students.1", "givenName,familyName\nAda,Lovelace\nQuirble,Wost\n");
        rows.forget(RowKeys.idOfItsOwn("digest", 3));
        assertThat(everything()).doesNotContain("Quirble", "Wost").contains("Ada");
    }

    @Test
    void empties_the_row_of_a_dry_run_too() throws IOException {
        var arrived = arrived("id,givenName,familyName\ns-1,Quirble,Wost\ns-2,Ada,Li\n");
        uploads.rehearsing(arrived.path(), "digest");
        rows.forget("s-1");
        assertThat(everything()).doesNotContain("Quirble", "Wost").contains("Ada");
        uploads.delete(arrived.path());
        rows.forget("s-2");
        assertThat(files()).isEmpty();
    }

    @Test
    void leaves_files_alone_that_do_not_name_them_or_name_nobody() throws IOException {
        kept("students", "id,givenName,familyName\ns-1,Ada,Lovelace\n");
        kept("seats", "studentId,offeringId,id\ns-2,o-1,s-2\n");
        var before = everything();
        rows.forget("s-2");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void has_nothing_to_do_where_nothing_was_ever_imported() {
        rows.forget("s-1");
        assertThat(data).isEmptyDirectory();
    }

    private Path kept(String importId, String text) throws IOException {
        uploads.keep(arrived(text), importId, "digest");
        return uploads.rows(importId, "digest");
    }

    private ImportFiles.ArrivedFile arrived(String text) throws IOException {
        return uploads.receive(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private String everything() throws IOException {
        var all = new StringBuilder();
        for (var file : files()) all.append(Files.readString(file));
        return all.toString();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
