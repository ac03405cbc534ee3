package colophon.system;

import static colophon.system.driver.Answer.quoted;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.institution.InstitutionRegistered;
import colophon.storage.DatedCommit;
import colophon.storage.EmbeddedStorage;
import colophon.system.driver.Campus;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;
import colophon.system.driver.Program.Ended;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The jobs of an operator: verify, copy and restore the log. */
class JobsTest {

    @TempDir Path parent;

    @Test
    void a_backup_made_under_load_is_a_beginning_of_the_log_and_answers_the_same()
            throws Exception {
        var data = parent.resolve("data");
        var backup = parent.resolve("log.backup");
        var keys = parent.resolve("keys.backup");
        Map<String, String> before;
        int written;
        try (var program = Program.serving(data)) {
            before = settled(program);
            written =
                    underLoad(
                            program,
                            () -> {
                                assertDone(
                                        job("backup", data, backup + "", "--keys", keys + ""),
                                        "commits");
                                assertDone(job("verify-log", data), "commits");
                            });
            program.kill();
        }
        for (var copy : List.of(backup, keys))
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .as("%s", copy)
                    .isEqualTo("rw-------");
        var fresh = parent.resolve("fresh");
        assertDone(job("restore", fresh, backup + "", "--keys", keys + ""), "commits");
        var whole = LogFile.of(data).events();
        var restored = LogFile.of(fresh);
        restored.assertWhole();
        assertThat(restored.events()).isEqualTo(whole.subList(0, restored.events().size()));
        assertThat(restored.events()).hasSizeGreaterThan(before.size());
        try (var program = Program.serving(fresh)) {
            assertThat(statuses(program, before)).isEqualTo(before);
            program.made("/students", Campus.studentBody("after-restoring"));
        }
        System.out.printf(
                "Backup under load: %d of %d events restored; %d commands answered meanwhile%n",
                restored.events().size(), whole.size(), written);
    }

    @Test
    void a_changed_byte_is_found_and_its_commit_is_named() throws Exception {
        var data = parent.resolve("data");
        try (var storage = EmbeddedStorage.open(data)) {
            for (int n = 1; n <= 12; n++) commit(storage, "institution-" + n);
        }
        assertDone(job("verify-log", data), "commits");
        var file = data.resolve("events.db");
        var sound = Files.readAllBytes(file);
        for (var change :
                List.of(
                        "UPDATE events SET payload = CAST(replace(CAST(payload AS TEXT), '7', '8')"
                                + " AS BLOB) WHERE position >> 16 = 9",
                        "UPDATE events SET timestamp = timestamp + 1 WHERE position >> 16 = 9",
                        "UPDATE commits SET hash = zeroblob(32) WHERE number = 9",
                        "DELETE FROM events WHERE position >> 16 = 9")) {
            change(file, change);
            var found = job("verify-log", data);
            assertThat(found.exitCode()).as("%s%n%s", change, found.output()).isNotZero();
            assertThat(found.output()).as(change).containsPattern("\\b9\\b");
            assertThat(found.output()).as(change).doesNotContain("\tat ");
            var restored = job("restore", parent.resolve("from-damaged"), file + "");
            assertThat(restored.exitCode()).as("%s%n%s", change, restored.output()).isNotZero();
            assertThat(parent.resolve("from-damaged/events.db")).doesNotExist();
            Files.write(file, sound);
        }
        assertDone(job("verify-log", data), "commits");
    }

    @Test
    void nothing_is_restored_over_anything() throws Exception {
        var data = parent.resolve("data");
        var backup = parent.resolve("log.backup");
        try (var program = Program.serving(data)) {
            settled(program);
            assertDone(job("backup", data, backup + ""), "commits");
            assertRefused(job("restore", data, backup + ""), data + "");
            assertRefused(job("backup", data, backup + ""), "is there already");
            program.made("/students", Campus.studentBody("still-at-work"));
            program.stop();
        }
        assertRefused(job("restore", data, backup + ""), "is there already");
        assertRefused(job("restore", parent.resolve("x"), parent.resolve("none") + ""), "none");
        assertRefused(
                job("backup", parent.resolve("nowhere"), parent.resolve("b") + ""), "nowhere");
        assertRefused(job("verify-log", parent.resolve("nowhere")), "nowhere");
    }

    @Test
    void each_says_how_it_is_used() {
        for (var name : List.of("serve", "verify-log", "backup", "restore", "migrate")) {
            var help = Program.run(name, "--help");
            assertThat(help.exitCode()).as(help.output()).isZero();
            assertThat(help.output()).contains("Usage: colophon " + name, "--colophon.data-dir");
        }
        var help = Program.run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("serve", "verify-log", "backup", "restore", "migrate");
        var unknown = Program.run("veryfy-log");
        assertThat(unknown.exitCode()).isNotZero();
        assertThat(unknown.output()).contains("veryfy-log").doesNotContain("\tat ");
    }

    /** Five students whose accounts no longer change; their status by id. */
    private static Map<String, String> settled(Program program) {
        var campus = Campus.at(program);
        campus.offering("o", 100);
        campus.fund("f", "10000.00");
        Map<String, String> statuses = new TreeMap<>();
        for (int n = 0; n < 5; n++) {
            var id = "settled-" + n;
            campus.student(id);
            program.made("/enrollments", Campus.enrollmentBody("e" + n, id, "o"));
            program.made("/awards", Campus.awardBody("a" + n, "f", id, "10.0" + n));
            program.made("/payments", Campus.paymentBody("p" + n, id, "77.7" + n));
            program.made("/payments/p" + n + "/refunds", Campus.refundBody("r" + n, "7.70"));
            program.made("/enrollments/e" + n + "/completion", quoted("{'outcome':'completed'}"));
            var last = program.made("/expenses", Campus.expenseBody("x" + n, id, "9.99"));
            statuses.put(
                    id, program.get("/students/" + id + "/status?after=" + last.position()).text());
        }
        return statuses;
    }

    private static Map<String, String> statuses(Program program, Map<String, String> of) {
        Map<String, String> statuses = new TreeMap<>();
        for (var id : of.keySet())
            statuses.put(id, program.get("/students/" + id + "/status").text());
        return statuses;
    }

    /**
     * Runs the job while two clients register students. Gives the number of registered students.
     */
    private static int underLoad(Program program, Runnable work) {
        var done = new AtomicBoolean();
        var written = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 2; client++) {
                var name = "load-" + client + "-";
                threads.execute(
                        () -> {
                            for (int n = 0; !done.get(); n++) {
                                program.made("/students", Campus.studentBody(name + n));
                                written.incrementAndGet();
                            }
                        });
            }
            try {
                work.run();
            } finally {
                done.set(true);
            }
        }
        assertThat(written.get()).isPositive();
        return written.get();
    }

    private static Ended job(String name, Path data, String... more) {
        var arguments = new ArrayList<>(List.of(name, "--colophon.data-dir=" + data));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private static void assertDone(Ended ended, String says) {
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains(says);
    }

    private static void assertRefused(Ended ended, String says) {
        assertThat(ended.exitCode()).as(ended.output()).isNotZero();
        assertThat(ended.output()).contains(says).doesNotContain("\tat ", "Exception");
    }

    private static void commit(EmbeddedStorage storage, String id) {
        DatedCommit.append(
                storage,
                "institution",
                "institution:" + id,
                new InstitutionRegistered(
                        id, "School 7", Currency.getInstance("USD"), ZoneOffset.UTC),
                Instant.now());
    }

    private static void change(Path file, String sql) throws SQLException {
        try (var connection = LogFile.open(file);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}
