package colophon.storage.sqlite;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import colophon.storage.log.LogRefusedException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** The directory of an installation, readable by its owner only. One process at a time holds it. */
public final class DataDirectory implements AutoCloseable {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the directory. Creates it if it does not exist.
     *
     * @throws LogRefusedException if another process has it
     */
    public static DataDirectory open(Path path) {
        try {
            create(path);
            var channel = FileChannel.open(path.resolve("colophon.lock"), CREATE, READ, WRITE);
            if (lock(channel) == null) {
                var owner = read(channel);
                channel.close();
                throw new LogRefusedException(
                        "%s is in use by process %s; stop it first, or give another directory"
                                .formatted(path, owner));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode("" + ProcessHandle.current().pid()));
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of the event log in a data directory. */
    public static Path events(Path directory) {
        return directory.resolve("events.db");
    }

    /** The file of the keys in a data directory. */
    public static Path keys(Path directory) {
        return directory.resolve("keys.db");
    }

    /** The file of the accounts in a data directory. */
    public static Path accounts(Path directory) {
        return directory.resolve("accounts.db");
    }

    /** The path of the directory. */
    public Path path() {
        return path;
    }

    /** Creates an empty file that only its owner may read, if it does not exist. */
    public static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, permitting("rw-------"));
        } catch (FileAlreadyExistsException _) {
            if (POSIX)
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Opens what is kept in a database file. */
    @FunctionalInterface
    public interface FileOpener<T> {
        /** Opens it; the file exists. */
        T open(Path file) throws SQLException;
    }

    /**
     * Opens a database file of the directory. Creates an empty one if it does not exist.
     *
     * @throws LogRefusedException if it cannot be opened; the message is one line
     */
    public static <T> T opened(Path file, FileOpener<T> opener) {
        try {
            createFile(file);
            return opener.open(file);
        } catch (SQLException e) {
            throw new LogRefusedException("Cannot open " + file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Releases the directory for other processes. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) return;
        Files.createDirectories(path, permitting("rwx------"));
    }

    private static FileAttribute<?>[] permitting(String permissions) {
        if (!POSIX) return new FileAttribute<?>[0];
        var parsed = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(parsed)};
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(32);
        channel.read(bytes, 0);
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }
}
