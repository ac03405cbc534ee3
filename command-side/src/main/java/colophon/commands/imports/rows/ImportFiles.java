package colophon.commands.imports.rows;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import colophon.events.imports.ImportStarted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The files of imports while they are needed. They lie in a directory that only the owner may read.
 * Each file is deleted as soon as its rows have their results, since rows contain names.
 */
public final class ImportFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Duration DECIDED_WITHIN = Duration.ofMinutes(2);
    private static final String ROWS = ".csv";
    private static final String UNFINISHED = ".reversing";
    private static final String ARRIVING = ".part";

    private final Path directory;
    private final Map<Path, String> rehearsing = new ConcurrentHashMap<>();

    /** By import id: when unfinished work was first seen, in nanoseconds of elapsed time. */
    private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();

    private final LongSupplier nanos;

    /** The files below this directory of data. */
    public ImportFiles(Path dataDirectory) {
        this(dataDirectory, System::nanoTime);
    }

    ImportFiles(Path dataDirectory, LongSupplier nanos) {
        this.nanos = nanos;
        directory = dataDirectory.resolve("imports");
    }

    /** A received file, not yet stored under its name, and the hash of its contents. */
    public record ArrivedFile(Path path, byte[] hash) {}

    /** An import with unfinished work here. */
    public record LeftoverFile(String importId) {}

    /** Receives a file. An incomplete one is not kept. */
    public ArrivedFile receive(InputStream body) throws IOException {
        var path = directory.resolve(UUID.randomUUID() + ARRIVING);
        var hash = sha256();
        try (var file = create(path)) {
            var chunk = new byte[1 << 16];
            for (int got = body.read(chunk); got >= 0; got = body.read(chunk)) {
                hash.update(chunk, 0, got);
                write(file, ByteBuffer.wrap(chunk, 0, got));
            }
            finish(file);
        } catch (IOException | RuntimeException e) {
            delete(path);
            throw e;
        }
        return new ArrivedFile(path, hash.digest());
    }

    // Failures of the disk must be distinguished from failures of the sender.

    private FileChannel create(Path path) {
        try {
            prepare();
            return FileChannel.open(path, Set.of(CREATE_NEW, WRITE), mode("rw-------"));
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) file.write(bytes);
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    private static void finish(FileChannel file) {
        try {
            file.force(true);
            file.close();
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    /** Stores a received file under its name, durably: from now on it survives a crash. */
    public void keep(ArrivedFile arrived, String importId, String digest) {
        firstSeen.remove(importId);
        try {
            Files.move(arrived.path, rows(importId, digest), StandardCopyOption.ATOMIC_MOVE);
            force();
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    /** The path of the rows of an import, while it has rows to carry out. */
    public Path rows(String importId, String digest) {
        return directory.resolve(importId + "." + digest + ROWS);
    }

    /** Where the rows of this import are, while it has some to carry out. */
    public Path rows(ImportStarted as) {
        return rows(as.importId(), as.digest());
    }

    /** Remembers, durably, that an import is being reversed or cancelled. */
    public void markUnfinished(String importId) {
        firstSeen.remove(importId);
        try {
            prepare();
            var mark = directory.resolve(importId + UNFINISHED);
            if (!Files.exists(mark)) Files.createFile(mark, mode("rw-------"));
            force();
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    /** Forgets that it is being reversed or cancelled. */
    public void unmark(String importId) {
        delete(directory.resolve(importId + UNFINISHED));
    }

    /** Registers the file of a dry run while it is read; {@code digest} is that of its import. */
    public void rehearsing(Path path, String digest) {
        rehearsing.put(path, digest);
    }

    /** Every file of rows that is still needed, and its digest. */
    Map<Path, String> needed() {
        var all = new HashMap<>(rehearsing);
        if (!Files.isDirectory(directory)) return all;
        try (var files = Files.list(directory)) {
            files.filter(path -> path.getFileName().toString().endsWith(ROWS))
                    .forEach(path -> all.put(path, digestOfRows(path.getFileName().toString())));
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
        return all;
    }

    /**
     * Replaces a file, durably, if it still exists. A reader of the old file can read it to its
     * end.
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
            throw new ImportFileException(e);
        }
    }

    /** Deletes a file if it exists. */
    public synchronized void delete(Path path) {
        rehearsing.remove(path);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    /** Unfinished work of an earlier run. Files that never got a name are deleted. */
    public List<LeftoverFile> leftovers() {
        if (!Files.isDirectory(directory)) return List.of();
        try (var files = Files.list(directory)) {
            var left =
                    files.map(path -> leftovers(path.getFileName().toString()))
                            .filter(one -> !one.importId.isEmpty())
                            .distinct()
                            .toList();
            firstSeen
                    .keySet()
                    .retainAll(
                            left.stream().map(LeftoverFile::importId).collect(Collectors.toSet()));
            return left;
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    /**
     * True if the work was first seen so long ago that no request can still be deciding it. It uses
     * elapsed time, since the clock may have been changed in between.
     */
    public boolean isOld(LeftoverFile left) {
        var now = nanos.getAsLong();
        var seen = firstSeen.putIfAbsent(left.importId, now);
        return seen != null && now - seen > DECIDED_WITHIN.toNanos();
    }

    /** Deletes everything of an import that has nothing more to do. */
    public void forget(String importId) {
        if (!Files.isDirectory(directory)) return;
        unmark(importId);
        try (var files = Files.list(directory)) {
            for (var path : files.toList()) if (belongs(path, importId)) delete(path);
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    private static boolean belongs(Path path, String importId) {
        var name = path.getFileName().toString();
        return name.endsWith(ROWS) && idOfRows(name).equals(importId);
    }

    private LeftoverFile leftovers(String name) {
        if (name.endsWith(UNFINISHED))
            return new LeftoverFile(name.substring(0, name.length() - UNFINISHED.length()));
        if (name.endsWith(ROWS)) return new LeftoverFile(idOfRows(name));
        if (name.endsWith(ARRIVING)) delete(directory.resolve(name));
        return new LeftoverFile("");
    }

    private static String digestOfRows(String name) {
        var idAndDigest = name.substring(0, name.length() - ROWS.length());
        return idAndDigest.substring(idAndDigest.lastIndexOf('.') + 1);
    }

    /** Ids may contain dots; digests do not. */
    private static String idOfRows(String name) {
        var idAndDigest = name.substring(0, name.length() - ROWS.length());
        return idAndDigest.substring(0, idAndDigest.lastIndexOf('.'));
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(directory)) Files.createDirectories(directory, mode("rwx------"));
    }

    private void force() throws IOException {
        if (!POSIX) return; // only POSIX systems can open a directory
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
