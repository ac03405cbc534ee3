package colophon.storage.erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The contract on a file, and the merging of lists. */
@Tag("io")
class ErasureFileTest extends ErasureListContract {

    @TempDir Path temporary;
    private @Nullable DataDirectory directory;

    @Override
    protected ErasureList open(String log) {
        if (directory == null) directory = DataDirectory.open(temporary.resolve("data"));
        return ErasureFile.open(directory, log);
    }

    @AfterEach
    void close() {
        if (directory != null) directory.close();
    }

    @Test
    void is_there_from_the_start_for_its_owner_alone() throws IOException {
        var file = ErasureFile.in(temporary.resolve("data"));
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void two_lists_make_one_that_lacks_nobody() {
        var backup = temporary.resolve("events-2026.db");
        var copy = ErasureFile.beside(backup);
        list.add("s-1");
        assertThat(ErasureFile.merge(ErasureFile.in(temporary.resolve("data")), copy)).isOne();
        list.add("s-2");
        assertThat(ErasureFile.merge(ErasureFile.in(temporary.resolve("data")), copy)).isOne();
        assertThat(ErasureFile.merge(temporary.resolve("none"), copy)).isZero();
        assertThat(ErasureFile.read(copy)).containsExactly("s-1", "s-2");
        assertThat(copy).hasFileName("events-2026.db.erasures");
    }

    @Test
    void another_file_is_refused_and_left_as_it_is() throws IOException {
        var file = temporary.resolve("notes.txt");
        Files.writeString(file, "s-1\ns-2\n");
        assertThatThrownBy(() -> ErasureFile.merge(file, temporary.resolve("list")))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(() -> ErasureFile.merge(temporary.resolve("none"), file))
                .isInstanceOf(LogRefusedException.class);
        assertThat(file).hasContent("s-1\ns-2\n");
    }
}
