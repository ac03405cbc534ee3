import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The formatter gate, run by the root pom once per build: {@code check} fails on a file that is not
 * in shape and names it, {@code apply} puts it in shape.
 *
 * <p>It is a program of its own because Maven may run on a Java too old for a formatter that knows
 * our syntax; the toolchain's Java runs this one.
 */
class Format {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", "node_modules");

    public static void main(String... args) throws Exception {
        boolean apply = args[0].equals("apply");
        List<String> sources = sourcesUnder(Path.of(args[1]));
        var options = new ArrayList<>(List.of("--aosp"));
        options.addAll(
                apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        options.addAll(sources);

        var unformatted = new StringWriter();
        var complaints = new StringWriter();
        var formatter =
                new Main(new PrintWriter(unformatted), new PrintWriter(complaints), System.in);
        int failed = formatter.format(options.toArray(String[]::new));
        // Twice: a long text broken by the first pass may leave a line the second one would move.
        if (apply && failed == 0) failed = formatter.format(options.toArray(String[]::new));

        if (failed == 0) {
            IO.println((apply ? "Formatted " : "Well formatted: ") + sources.size() + " files");
            return;
        }
        unformatted
                .toString()
                .lines()
                .sorted()
                .forEach(f -> System.err.println("Not formatted: " + f));
        System.err.print(complaints);
        System.err.println("To mend it: mvn -N -Pformat validate");
        System.exit(1);
    }

    private static List<String> sourcesUnder(Path root) throws IOException {
        var found = new ArrayList<String>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        return NOT_OURS.contains(dir.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (file.toString().endsWith(".java")) {
                            found.add(root.relativize(file).toString());
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }
}
