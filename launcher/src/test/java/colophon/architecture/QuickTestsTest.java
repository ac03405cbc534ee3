package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * {@code mvn test -Pquick} leaves out what carries the tag io or names a tool, so everything that
 * opens files or sockets, or starts Spring or a database, has to carry such a tag.
 */
@Tag("io")
class QuickTestsTest {

    private static final Pattern SLOW =
            Pattern.compile(
                    "@TempDir|MockMvc|Socket\\(|HttpServer|HttpClient|ApplicationContext"
                            + "|java\\.nio\\.file\\.|java\\.sql\\.|ProcessBuilder|[Ss][Qq][Ll]ite"
                            + "|org\\.springframework\\.(?:test|boot|context)\\."
                            + "|\\b(?:EmbeddedStorage|QuerySide|SecurityInstallation|Served"
                            + "|TestDatabase|TestServer)\\b");
    private static final Pattern TAGGED =
            Pattern.compile("(?m)^@(?:Tag\\(\"(?:io|mongodb)\"\\)|NeedsMongoDb)");

    @Test
    void a_test_that_touches_more_than_memory_has_a_tag() throws IOException {
        var pure = new ArrayList<String>();
        var untagged = new ArrayList<String>();
        for (var file : tests()) {
            var text = Files.readString(file);
            if (TAGGED.matcher(text).find()) continue;
            if (SLOW.matcher(text).find()) untagged.add(file.getFileName().toString());
            else pure.add(file.getFileName().toString());
        }
        assertThat(untagged).isEmpty();
        assertThat(pure).contains("MoneyTest.java", "EnrollTest.java").hasSizeGreaterThan(100);
    }

    /** All but the system tests, which another plugin runs. */
    private static List<Path> tests() throws IOException {
        var root = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
        var tests = new ArrayList<Path>();
        try (var modules = Files.list(root)) {
            for (var module : modules.toList()) {
                var sources = module.resolve("src/test/java");
                if (!Files.isDirectory(sources) || module.endsWith("benchmarks")) continue;
                try (var files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith("Test.java"))
                            .filter(file -> !file.toString().contains("/colophon/system/"))
                            .filter(file -> !file.toString().contains("/architecture/wrong/"))
                            .forEach(tests::add);
                }
            }
        }
        return tests;
    }
}
