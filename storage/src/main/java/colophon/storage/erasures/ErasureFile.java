package colophon.storage.erasures;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.storage.log.LogRefusedException;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.LogCopy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the list of erasures in erasures.list, a text file that can be read and merged by hand: a
 * head line, the id of its log with the position up to which the log was read, then one student id
 * a line. A change writes a new file, so a crash leaves the old one or the new one.
 */
public final class ErasureFile implements ErasureList {

    private static final String HEAD = "colophon erasures 1";
    private static final String LOG = "log ";
    private static final String READ_TO = " read to ";

    private final Path file;
    private final String log;
    private final Set<String> students;
    private long readTo;

    private ErasureFile(Path file, String log) {
        this.file = file;
        this.log = log;
        this.students = read(file);
        this.readTo = readTo(file, log);
    }

    /**
     * Opens the list of a data directory. Creates it if it does not exist.
     *
     * @param log id of the log in that directory
     * @throws LogRefusedException if the file is not such a list
     */
    public static ErasureFile open(DataDirectory directory, String log) {
        var list = new ErasureFile(in(directory.path()), log);
        list.write();
        return list;
    }

    /** The list in a data directory. */
    public static Path in(Path directory) {
        return directory.resolve("erasures.list");
    }

    /** The list that goes with a backup file, beside it. */
    public static Path beside(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".erasures");
    }

    /**
     * The ids on a list; empty if the file does not exist.
     *
     * @throws LogRefusedException if the file is not such a list
     */
    public static Set<String> read(Path file) {
        return new TreeSet<>(lines(file).stream().filter(line -> !line.contains(" ")).toList());
    }

    /**
     * Adds the ids on the list {@code from} to the list {@code to}, and creates that if it does not
     * exist. An id is never removed from a list.
     *
     * @return how many ids were added
     */
    public static int merge(Path from, Path to) {
        var all = read(to);
        var before = all.size();
        all.addAll(read(from));
        write(to, List.of(HEAD), all);
        return all.size() - before;
    }

    @Override
    public synchronized Set<String> all() {
        return Set.copyOf(students);
    }

    @Override
    public synchronized void add(String studentId) {
        if (students.add(studentId)) write();
    }

    @Override
    public synchronized long readTo() {
        return readTo;
    }

    @Override
    public synchronized void readTo(long commit) {
        if (commit == readTo) return;
        readTo = commit;
        write();
    }

    private void write() {
        write(file, List.of(HEAD, LOG + log + READ_TO + readTo), students);
    }

    private static void write(Path file, List<String> head, Set<String> students) {
        var lines = new ArrayList<>(head);
        lines.addAll(students);
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            LogCopy.delete(unfinished);
            DataDirectory.createFile(unfinished);
            Files.writeString(unfinished, String.join("\n", lines) + "\n");
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            LogCopy.rename(unfinished, file);
        } catch (IOException e) {
            throw new LogUnavailableException("The list of erasures cannot be written", e);
        }
    }

    private static long readTo(Path file, String log) {
        var mine = LOG + log + READ_TO;
        for (var line : lines(file))
            if (line.startsWith(mine)) return Long.parseLong(line.substring(mine.length()));
        return 0;
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) return List.of();
        try {
            var lines = Files.readAllLines(file, UTF_8);
            if (lines.isEmpty() || !lines.getFirst().equals(HEAD))
                throw new LogRefusedException(
                        file + " is not a list of erasures of a version we know");
            return lines;
        } catch (IOException e) {
            throw new LogRefusedException("Cannot read " + file + ": " + e.getMessage());
        }
    }
}
