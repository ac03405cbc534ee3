package colophon.commands.imports.running;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of imports while they are needed: in a directory for the owner alone, each deleted as
 * soon as its rows have their answers, since rows hold names.
 */
final class Uploads {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Duration DECIDED_WITHIN = Duration.ofMinutes(2);
    private static final String ROWS = ".csv";
    private static final String REVERSING = ".reversing";
    private static final String ARRIVING = ".part";

    private final Path directory;
    private final Map<Path, String> rehearsing = new ConcurrentHashMap<>();

    Uploads(Path dataDirectory) {
        directory = dataDirectory.resolve("imports");
    }

    /** A file that arrived, not yet known under a name, and the hash of what is in it. */
    record Arrived(Path path, byte[] hash) {}

    /** An import that still has something to do here. */
    record Left(String importId, boolean reversing) {}

    /** Takes in what is sent. What does not arrive whole is not kept. */
    Arrived receive(InputStream body) throws IOException {
        prepare();
        var path = directory.resolve(UUID.randomUUID() + ARRIVING);
        var hash = sha256();
        try (var file = FileChannel.open(path, Set.of(CREATE_NEW, WRITE), mode("rw-------"))) {
            var chunk = new byte[1 << 16];
            for (int got = body.read(chunk); got >= 0; got = body.read(chunk)) {
                hash.update(chunk, 0, got);
                var bytes = ByteBuffer.wrap(chunk, 0, got);
                while (bytes.hasRemaining()) file.write(bytes);
            }
            file.force(true);
        } catch (IOException | RuntimeException e) {
            delete(path);
            throw e;
        }
        return new Arrived(path, hash.digest());
    }

    /** Gives what arrived its name, durably: from now on it is there after a crash. */
    void keep(Arrived arrived, String importId, String digest) {
        try {
            Files.move(arrived.path, rows(importId, digest), StandardCopyOption.ATOMIC_MOVE);
            force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the rows of an import are, while it has some to carry out. */
    Path rows(String importId, String digest) {
        return directory.resolve(importId + "." + digest + ROWS);
    }

    /** Remembers, durably, that an import is to be taken back. */
    void markReversing(String importId) {
        try {
            prepare();
            var mark = directory.resolve(importId + REVERSING);
            if (!Files.exists(mark)) Files.createFile(mark, mode("rw-------"));
            force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void unmarkReversing(String importId) {
        delete(directory.resolve(importId + REVERSING));
    }

    /** The file of a dry run, while it is read; {@code digest} is that of its import. */
    void rehearsing(Path path, String digest) {
        rehearsing.put(path, digest);
    }

    /** Every file with rows that is still needed, and its digest. */
    Map<Path, String> needed() {
        var all = new HashMap<>(rehearsing);
        if (!Files.isDirectory(directory)) return all;
        try (var files = Files.list(directory)) {
            files.filter(path -> path.getFileName().toString().endsWith(ROWS))
                    .forEach(path -> all.put(path, digestOfRows(path.getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /**
     * Writes a file anew, durably, if it is still there. Who reads the old one reads it to its end.
     */
    synchronized void replace(Path path, Iterable<String> lines) {
        var anew = directory.resolve(UUID.randomUUID() + ARRIVING);
        try {
            if (!Files.exists(path)) return;
            Files.createFile(anew, mode("rw-------"));
            Files.write(anew, lines);
            try (var file = FileChannel.open(anew, WRITE)) {
                file.force(true);
            }
            Files.move(anew, path, StandardCopyOption.ATOMIC_MOVE);
            force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file, if it is there. */
    synchronized void delete(Path path) {
        rehearsing.remove(path);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process that ended before has left to do; what never got a name is deleted. */
    List<Left> left() {
        if (!Files.isDirectory(directory)) return List.of();
        try (var files = Files.list(directory)) {
            return files.map(path -> left(path.getFileName().toString()))
                    .filter(left -> !left.importId.isEmpty())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * True if what is left was not put there just now, by a request that is still being decided.
     */
    boolean isOld(Left left) {
        var before = Instant.now().minus(DECIDED_WITHIN);
        try (var files = Files.list(directory)) {
            for (var path : files.toList()) {
                var name = path.getFileName().toString();
                if (!belongs(path, left.importId) && !name.equals(left.importId + REVERSING))
                    continue;
                if (Files.getLastModifiedTime(path).toInstant().isAfter(before)) return false;
            }
            return true;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all there is of an import that has nothing more to do. */
    void forget(String importId) {
        if (!Files.isDirectory(directory)) return;
        unmarkReversing(importId);
        try (var files = Files.list(directory)) {
            for (var path : files.toList()) if (belongs(path, importId)) delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean belongs(Path path, String importId) {
        var name = path.getFileName().toString();
        return name.endsWith(ROWS) && idOfRows(name).equals(importId);
    }

    private Left left(String name) {
        if (name.endsWith(REVERSING))
            return new Left(name.substring(0, name.length() - REVERSING.length()), true);
        if (name.endsWith(ROWS)) return new Left(idOfRows(name), false);
        if (name.endsWith(ARRIVING)) delete(directory.resolve(name));
        return new Left("", false);
    }

    private static String digestOfRows(String name) {
        var idAndDigest = name.substring(0, name.length() - ROWS.length());
        return idAndDigest.substring(idAndDigest.lastIndexOf('.') + 1);
    }

    /** Ids have dots, digests have none. */
    private static String idOfRows(String name) {
        var idAndDigest = name.substring(0, name.length() - ROWS.length());
        return idAndDigest.substring(0, idAndDigest.lastIndexOf('.'));
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(directory)) Files.createDirectories(directory, mode("rwx------"));
    }

    private void force() throws IOException {
        if (!POSIX) return; // elsewhere a directory cannot be opened
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        if (!POSIX) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }
}
