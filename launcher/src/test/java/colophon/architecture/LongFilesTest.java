package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

@Tag("io")
class LongFilesTest {

    /** Files that are longer for now. They may become shorter, but no longer than this. */
    private static final Map<String, Integer> KNOWN = Map.of();

    @TempDir private Path root;

    @Test
    void no_file_of_main_code_has_more_than_400_lines() {
        assertThat(LongFiles.in(House.root(), KNOWN)).isEmpty();
    }

    @Test
    void a_file_made_for_it_is_too_long() throws IOException {
        write("part/src/main/java/colophon/Long.java", 401);
        write("part/src/main/java/colophon/Full.java", 400);
        write("part/src/test/java/colophon/LongTest.java", 401);
        assertThat(LongFiles.in(root, Map.of()))
                .containsExactly("part/src/main/java/colophon/Long.java: 401");
    }

    @Test
    void a_known_file_may_not_grow() throws IOException {
        write("part/src/main/java/colophon/Long.java", 411);
        var file = "part/src/main/java/colophon/Long.java";
        assertThat(LongFiles.in(root, Map.of(file, 411))).isEmpty();
        assertThat(LongFiles.in(root, Map.of(file, 410))).containsExactly(file + ": 411");
    }

    private void write(String file, int lines) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "// a line\n".repeat(lines));
    }
}
