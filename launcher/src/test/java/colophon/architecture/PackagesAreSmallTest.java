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
class PackagesAreSmallTest {

    /** A sealed type permits only classes of its own package, so these events lie together. */
    private static final Map<String, Long> KNOWN =
            Map.of("shared-events/src/main/java/colophon/events/enrollment", 18L);

    private static final String PACKAGE = "part/src/main/java/colophon/part";

    @TempDir private Path root;

    @Test
    void no_package_of_main_code_has_more_than_14_files() {
        assertThat(LargePackages.in(House.root(), KNOWN)).isEmpty();
    }

    @Test
    void a_package_made_for_it_is_too_large() throws IOException {
        write(PACKAGE, 15);
        write(PACKAGE + "/within", 14);
        write("part/src/test/java/colophon/part", 15);
        assertThat(LargePackages.in(root, Map.of())).containsExactly(PACKAGE + ": 15");
    }

    @Test
    void a_known_package_may_not_grow() throws IOException {
        write(PACKAGE, 16);
        assertThat(LargePackages.in(root, Map.of(PACKAGE, 16L))).isEmpty();
        assertThat(LargePackages.in(root, Map.of(PACKAGE, 15L))).containsExactly(PACKAGE + ": 16");
    }

    private void write(String directory, int files) throws IOException {
        var path = root.resolve(directory);
        Files.createDirectories(path);
        for (int i = 0; i < files; i++) Files.writeString(path.resolve("Part" + i + ".java"), "");
    }
}
