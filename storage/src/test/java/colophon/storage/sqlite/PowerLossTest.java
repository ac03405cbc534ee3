package colophon.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogRefusedException;
import colophon.storage.operations.LogVerification;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Simulates the disk after a power failure, at every step of a recorded process: it has everything
 * that was synced, and of the rest nothing or any part, down to single sectors. The number of
 * images is {@code -Dcolophon.crash.images}, the seed {@code -Dcolophon.crash.seed}.
 */
@Tag("io")
@Tag("crash")
@SuppressWarnings("NullAway.Init")
class PowerLossTest {

    private static final int IMAGES = Integer.getInteger("colophon.crash.images", 300);
    private static final long SEED = Long.getLong("colophon.crash.seed", 1);
    private static final int SECTOR = 512;

    @TempDir private Path directory;
    private final Random random = new Random(SEED);

    @Test
    void nothing_acknowledged_is_lost_whatever_the_disk_kept()
            throws IOException, InterruptedException {
        var found = crash("FULL");
        System.out.printf("power loss, synchronous=FULL: %s (seed %d)%n", found, SEED);
        assertThat(found.images).isGreaterThanOrEqualTo(Math.min(IMAGES, 1_000));
        assertThat(found.withCommits).isGreaterThan(found.images / 2);
        assertThat(found.lost).isZero();
        assertThat(found.damaged).isZero();
    }

    @Test
    void the_same_check_finds_losses_where_the_log_does_not_sync_each_commit()
            throws IOException, InterruptedException {
        var found = crash("NORMAL");
        System.out.printf("power loss, synchronous=NORMAL: %s (seed %d)%n", found, SEED);
        assertThat(found.lost).isPositive();
    }

    private record Found(int images, int withCommits, int lost, int damaged) {

        Found plus(Found other) {
            return new Found(
                    images + other.images,
                    withCommits + other.withCommits,
                    lost + other.lost,
                    damaged + other.damaged);
        }
    }

    private Found crash(String synchronous) throws IOException, InterruptedException {
        var recording = record(synchronous);
        var steps = recording.steps();
        assertThat(steps).hasAtLeastOneElementOfType(RecordedWrites.Acknowledged.class);
        var rounds = Math.max(1, (int) Math.ceil(IMAGES / (2.0 * steps.size())));
        var disk = new Disk();
        var found = new Found(0, 0, 0, 0);
        var chosen = chosen(steps.size(), IMAGES / (2 * rounds));
        for (var i = 0; i < steps.size(); i++) {
            disk.take(steps.get(i));
            if (!chosen.contains(i)) continue;
            for (var round = 0; round < rounds; round++) {
                found = found.plus(open(disk.withoutPending(), disk.acknowledged));
                found = found.plus(open(disk.withSomePending(random), disk.acknowledged));
            }
        }
        return found;
    }

    private static Set<Integer> chosen(int steps, int wanted) {
        var chosen = new HashSet<Integer>();
        var every = Math.max(1.0, (double) steps / Math.max(1, wanted));
        for (var at = 0.0; at < steps; at += every) chosen.add((int) at);
        return chosen;
    }

    private RecordedWrites record(String synchronous) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "strace"))),
                "skipped: strace, which records the writes, is not installed here");
        var data = Files.createDirectory(directory.resolve("recorded-" + synchronous));
        return RecordedWrites.of(
                data.toRealPath(),
                directory.resolve("trace-" + synchronous),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        data.toRealPath().resolve("events.db").toString(),
                        synchronous,
                        "150"));
    }

    private Found open(Map<Path, byte[]> files, long acknowledged) throws IOException {
        var image = Files.createTempDirectory(memory(), "image");
        try {
            for (var file : files.entrySet())
                if (!file.getKey().toString().endsWith("-shm"))
                    Files.write(image.resolve(file.getKey()), file.getValue());
            return check(image.resolve("events.db"), acknowledged);
        } finally {
            try (var left = Files.list(image)) {
                for (var file : left.toList()) Files.delete(file);
            }
            Files.delete(image);
        }
    }

    private static Found check(Path file, long acknowledged) {
        try (var log = SqliteCommitLog.open(file, path -> SqliteSchema.writer(path, "FULL"))) {
            var commits = LogVerification.of(log, (_, _) -> {}).commits();
            try (var reader = SqliteLogReader.open(file)) {
                reader.checkStructure();
            }
            return new Found(1, commits > 0 ? 1 : 0, commits < acknowledged ? 1 : 0, 0);
        } catch (DamagedLogException | LogRefusedException _) {
            return new Found(1, 0, 0, 1);
        }
    }

    /** A real disk is not needed: the test decides what a sync keeps. */
    private Path memory() {
        var memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : directory;
    }

    /** A disk that may lose what was not synced. */
    private static final class Disk {

        private final Map<Path, byte[]> durable = new HashMap<>();
        private final Map<Path, List<RecordedWrites.Step>> pending = new HashMap<>();
        private long acknowledged;

        void take(RecordedWrites.Step step) {
            switch (step) {
                case RecordedWrites.Write write -> wait(write.file(), write);
                case RecordedWrites.Cut cut -> wait(cut.file(), cut);
                case RecordedWrites.Sync sync -> sync(sync.file());
                case RecordedWrites.Gone gone -> {
                    durable.remove(gone.file());
                    pending.remove(gone.file());
                }
                case RecordedWrites.Acknowledged said -> acknowledged = said.commit();
            }
        }

        Map<Path, byte[]> withoutPending() {
            return new HashMap<>(durable);
        }

        Map<Path, byte[]> withSomePending(Random random) {
            var files = new HashMap<>(durable);
            pending.forEach(
                    (file, steps) -> {
                        for (var step : steps)
                            if (random.nextBoolean())
                                files.merge(
                                        file,
                                        apply(files.get(file), torn(step, random)),
                                        Disk::second);
                    });
            return files;
        }

        private static byte[] second(byte[] first, byte[] second) {
            return second;
        }

        private void wait(Path file, RecordedWrites.Step step) {
            pending.computeIfAbsent(file, _ -> new ArrayList<>()).add(step);
            durable.computeIfAbsent(file, _ -> new byte[0]);
        }

        private void sync(Path file) {
            var steps = pending.remove(file);
            if (steps == null) return;
            for (var step : steps) durable.put(file, apply(durable.get(file), step));
        }

        /** Sometimes only the first sectors of a write reach the disk. */
        private static RecordedWrites.Step torn(RecordedWrites.Step step, Random random) {
            if (!(step instanceof RecordedWrites.Write write) || random.nextInt(10) >= 3)
                return step;
            var sectors = random.nextInt(write.bytes().length / SECTOR + 1);
            return new RecordedWrites.Write(
                    write.file(), write.offset(), Arrays.copyOf(write.bytes(), sectors * SECTOR));
        }

        private static byte[] apply(byte @Nullable [] before, RecordedWrites.Step step) {
            var bytes = before == null ? new byte[0] : before;
            return switch (step) {
                case RecordedWrites.Cut cut -> Arrays.copyOf(bytes, cut.size());
                case RecordedWrites.Write write -> {
                    var end = write.offset() + write.bytes().length;
                    var after = Arrays.copyOf(bytes, Math.max(bytes.length, end));
                    System.arraycopy(write.bytes(), 0, after, write.offset(), write.bytes().length);
                    yield after;
                }
                default -> bytes;
            };
        }
    }
}
