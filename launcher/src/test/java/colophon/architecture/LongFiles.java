package colophon.architecture;

import static java.nio.file.Files.isDirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds source files that are too long to be read in one sitting. */
final class LongFiles {

    private static final int LINES = 400;

    private LongFiles() {}

    /**
     * The files of main code with more than 400 lines, as "path: lines".
     *
     * @param root the directory of the modules
     * @param known files that are longer, by path, and the lines that they may have
     */
    static List<String> in(Path root, Map<String, Integer> known) {
        var found = new ArrayList<String>();
        for (var module : children(root)) {
            var sources = module.resolve("src/main/java");
            if (!isDirectory(sources)) continue;
            try (var files = Files.walk(sources)) {
                for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    var name = root.relativize(file).toString().replace('\\', '/');
                    int lines = Files.readAllLines(file).size();
                    if (lines > known.getOrDefault(name, LINES)) found.add(name + ": " + lines);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static List<Path> children(Path root) {
        try (var all = Files.list(root)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
