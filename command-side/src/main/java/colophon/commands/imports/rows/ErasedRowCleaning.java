package colophon.commands.imports.rows;

import colophon.events.privacy.ErasureListener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Empties the rows that would register an erased student, in every file that still has rows to
 * carry out. The line stays, so that the others keep their numbers. It is then refused like any
 * registration under that id.
 */
public final class ErasedRowCleaning implements ErasureListener {

    private final ImportFiles files;

    /** Cleans these files. */
    public ErasedRowCleaning(ImportFiles files) {
        this.files = files;
    }

    @Override
    public void forget(String studentId) {
        files.needed().forEach((file, digest) -> forget(studentId, file, digest));
    }

    private void forget(String studentId, Path file, String digest) {
        try {
            var lines = about(studentId, new RowFile(file), digest);
            if (!lines.isEmpty()) empty(file, lines);
        } catch (ImportFileException e) {
            // the import has ended in the meantime
            if (!(e.getCause() instanceof NoSuchFileException)) throw e;
        } catch (NoSuchFileException e) {
            // the import has ended in the meantime
        } catch (IOException e) {
            throw new ImportFileException(e);
        }
    }

    private static Set<Integer> about(String studentId, RowFile file, String digest) {
        var lines = new HashSet<Integer>();
        file.each(
                row -> {
                    if (!row.cells().containsKey("givenName")) return;
                    var id = row.cells().getOrDefault("id", "");
                    if (id.isEmpty()) id = RowKeys.idOfItsOwn(digest, row.line());
                    if (id.equals(studentId)) lines.add(row.line());
                });
        return lines;
    }

    private void empty(Path file, Set<Integer> numbers) throws IOException {
        var lines = Files.readAllLines(file);
        var header = lines.getFirst();
        var cells = header.split(",", -1).length;
        for (var number : numbers) lines.set(number - 1, ",".repeat(cells - 1));
        files.replace(file, lines);
    }
}
