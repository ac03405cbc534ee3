package colophon.architecture;

import static java.nio.file.Files.isDirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The source files of main code. */
final class MainSources {

    private MainSources() {}

    /** All of them, by module. {@code root} is the directory of the modules. */
    static List<Path> in(Path root) {
        var found = new ArrayList<Path>();
        try (var modules = Files.list(root)) {
            for (var module : modules.sorted().toList()) {
                var sources = module.resolve("src/main/java");
                if (!isDirectory(sources)) continue;
                try (var files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The path within the root, with slashes on every system. */
    static String name(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
