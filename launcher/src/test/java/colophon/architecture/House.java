package colophon.architecture;

import static java.nio.file.Files.isDirectory;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The compiled classes of every module of the default build, from the modules' directories. The
 * benchmarks are not part of it, so that the result does not depend on whether they were built.
 */
public final class House {

    /** The main classes. */
    static final JavaClasses MAIN = read("classes");

    /** The test classes. */
    static final JavaClasses TESTS = read("test-classes");

    /** The classes that break the rules on purpose. */
    static final JavaClasses WRONG =
            new ClassFileImporter().importPackages("colophon.architecture.wrong");

    private House() {}

    /** The text of a document of the project. */
    public static String paper(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException("No " + path + " in " + root(), e);
        }
    }

    private static JavaClasses read(String kind) {
        return new ClassFileImporter().importPaths(outputs(kind));
    }

    private static List<Path> outputs(String kind) {
        try (var modules = Files.list(root())) {
            return modules.filter(module -> !module.endsWith("benchmarks"))
                    .map(module -> module.resolve("target").resolve(kind))
                    .filter(output -> isDirectory(output))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (!isDirectory(here.resolve("shared-events"))) {
            here = here.getParent();
            if (here == null) throw new IllegalStateException("Not within the project's directory");
        }
        return here;
    }
}
