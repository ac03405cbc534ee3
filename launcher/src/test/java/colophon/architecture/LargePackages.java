package colophon.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds packages with too many files to be known at a glance. */
final class LargePackages {

    private static final long FILES = 14;

    private LargePackages() {}

    /**
     * The packages of main code with more than 14 files, as "path: files".
     *
     * @param root the directory of the modules
     * @param known packages that have more, by path, and the files that they may have
     */
    static List<String> in(Path root, Map<String, Long> known) {
        return MainSources.in(root).stream()
                .collect(
                        groupingBy(
                                file -> MainSources.name(root, file.resolveSibling("")),
                                TreeMap::new,
                                counting()))
                .entrySet()
                .stream()
                .filter(one -> one.getValue() > known.getOrDefault(one.getKey(), FILES))
                .map(one -> one.getKey() + ": " + one.getValue())
                .toList();
    }
}
