package colophon.launcher.jobs;

import colophon.launcher.terminal.TerminalProgressBar;
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
                "Verifies a backup and makes a data directory from it. Refuses a directory that is"
                        + " in use or that has a log already.")
final class RestoreJob implements Callable<Integer> {

    @Mixin private DataDirectoryOption data = new DataDirectoryOption();

    @Parameters(paramLabel = "FILE", description = "The file that backup made.")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "KEYFILE",
            description = "The file that backup --keys made. Without it, names stay unreadable.")
    private @Nullable Path keys;

    @Option(
            names = "--erasures",
            paramLabel = "LIST",
            description =
                    "The newest list of erasures. Without it, students who were erased after the"
                            + " backup would come back. The lists next to FILE and KEYFILE are"
                            + " always used.")
    private List<Path> erasures = List.of();

    @Override
    public Integer call() {
        for (var list : erasures) {
            if (Files.isRegularFile(list)) continue;
            System.err.println("There is no list of erasures at " + list);
            return 1;
        }
        try (var bar = new TerminalProgressBar("Restore")) {
            var found = colophon.storage.operations.Restore.log(file, data.path(), bar);
            bar.done(
                    "%d commits with %d events are in %s"
                            .formatted(found.commits(), found.events(), data.path()));
        }
        if (colophon.storage.operations.Restore.disclosures(
                colophon.storage.operations.Backup.disclosuresBeside(file), data.path()))
            System.out.println("The list of disclosures is in place");
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
