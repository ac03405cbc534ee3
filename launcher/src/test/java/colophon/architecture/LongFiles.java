package colophon.architecture;

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
        for (var file : MainSources.in(root)) {
            var name = MainSources.name(root, file);
            int lines = lines(file);
            if (lines > known.getOrDefault(name, LINES)) found.add(name + ": " + lines);
        }
        return found;
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
