package colophon.launcher.jobs;

import colophon.launcher.terminal.Bar;
import colophon.storage.erasures.ErasureFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Makes a data directory from backups. */
@Command(
        name = "restore",
        description =
                "Verifies a backup and makes a data directory of it. Refuses a directory that is in"
                        + " use or holds a log already.")
final class Restore implements Callable<Integer> {

    @Mixin private DataDir data = new DataDir();

    @Parameters(paramLabel = "FILE", description = "What backup made.")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "KEYFILE",
            description = "What backup --keys made. Without it names stay unreadable.")
    private @Nullable Path keys;

    @Option(
            names = "--erasures",
            paramLabel = "LIST",
            description =
                    "The newest list of erasures there is; the lists beside FILE and KEYFILE are"
                            + " used in any case. Who was erased after the backup was made would"
                            + " come back without it.")
    private List<Path> erasures = List.of();

    @Override
    public Integer call() {
        for (var list : erasures) {
            if (Files.isRegularFile(list)) continue;
            System.err.println("There is no list of erasures at " + list);
            return 1;
        }
        try (var bar = new Bar("Restore")) {
            var found = colophon.storage.operations.Restore.log(file, data.path(), bar);
            bar.done(
                    "%d commits with %d events are in %s"
                            .formatted(found.commits(), found.events(), data.path()));
        }
        if (colophon.storage.operations.Restore.disclosures(
                colophon.storage.operations.Backup.disclosuresBeside(file), data.path()))
            System.out.println("Who was shown whose records is in place");
        if (keys != null) {
            colophon.storage.operations.Restore.keys(keys, data.path());
            System.out.println("The keys are in place");
        }
        System.out.printf("%d students are erased%n", erased());
        return 0;
    }

    private int erased() {
        var lists = new ArrayList<>(erasures);
        lists.add(ErasureFile.beside(file));
        if (keys != null) lists.add(ErasureFile.beside(keys));
        return colophon.storage.operations.Restore.erasures(lists, data.path());
    }
}
