package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;
import colophon.system.driver.Campus;
import colophon.system.driver.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** The move to a MongoDB server, as an operator does it. */
class MigrateTest {

    @TempDir private Path parent;

    @Test
    @NeedsMongoDb
    void a_log_is_moved_and_verified_at_its_new_place() {
        var data = parent.resolve("data");
        long head;
        try (var program = Program.serving(data)) {
            var campus = Campus.at(program);
            campus.offering("o", 10);
            campus.student("ada");
            head = program.made("/institutions", Campus.institutionBody("last")).position();
            program.stop();
        }
        try (var server = TestServer.open()) {
            var moved = Program.run("migrate", "--to", server.uri(), "--data-dir", data + "");
            assertThat(moved.exitCode()).as(moved.output()).isZero();
            assertThat(said(moved))
                    .singleElement()
                    .asString()
                    .startsWith("%d commits copied now; all %d".formatted(head, head));
            var again = Program.run("migrate", "--to", server.uri(), "--data-dir", data + "");
            assertThat(said(again).getFirst()).startsWith("0 commits copied now; all " + head);
            var verified = Program.run("verify-log", "--from", server.uri());
            assertThat(verified.exitCode()).as(verified.output()).isZero();
            assertThat(said(verified).getFirst()).startsWith(head + " commits");
        }
    }

    @Test
    void a_server_that_does_not_answer_is_said_in_one_line() {
        var uri = "mongodb://127.0.0.1:9/x?serverSelectionTimeoutMS=200";
        for (var job :
                new String[][] {
                    {"verify-log", "--from", uri},
                    {"migrate", "--to", uri, "--data-dir", parent.resolve("none") + ""}
                }) {
            var ended = Program.run(job);
            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
            assertThat(said(ended)).as(ended.output()).hasSize(1);
        }
    }

    /** The output, without the lines of the script about its first run. */
    private static List<String> said(Program.Ended ended) {
        return ended.output().lines().filter(line -> !line.startsWith("colophon: ")).toList();
    }
}
