package colophon.storage.sqlite;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Copies database files. A copy is readable by its owner only, and durable before it is renamed.
 */
public final class LogCopy {

    private LogCopy() {}

    /** Copies a database that may be in use, as it is at one moment. Replaces the target. */
    public static void ofOpenDatabase(Path source, Path target) {
        try {
            delete(target);
            DataDirectory.createFile(target);
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + source);
                    var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                Sql.run(connection, "PRAGMA busy_timeout=10000");
                vacuum.setString(1, target.toAbsolutePath().toString());
                vacuum.execute();
            }
            force(target);
        } catch (SQLException e) {
            delete(target);
            throw new UncheckedIOException("Cannot copy " + source, new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a file that no process writes. Replaces the target. */
    public static void ofClosedFile(Path source, Path target) {
        try {
            delete(target);
            DataDirectory.createFile(target);
            try (var from = FileChannel.open(source, READ);
                    var to = FileChannel.open(target, WRITE)) {
                var size = from.size();
                for (var at = 0L; at < size; ) at += from.transferTo(at, size - at, to);
                to.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a finished copy its final name, durably. */
    public static void rename(Path finished, Path target) {
        try {
            Files.move(finished, target, ATOMIC_MOVE);
            var directory = target.toAbsolutePath().getParent();
            if (directory != null) force(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file if it exists. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, READ)) {
            channel.force(true);
        }
    }
}
