package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.institution.InstitutionRegistered;
import colophon.storage.DatedCommit;
import colophon.storage.EmbeddedStorage;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProgram;
import colophon.system.driver.SharesProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** If the program must not start, it does not, and tells a person why. */
@SharesProgram
class StartTest {

    @TempDir Path parent;

    @Test
    void an_address_that_others_can_reach_is_refused() {
        var data = parent.resolve("data");
        var ended = end(Program.starting(data, "--server.address=0.0.0.0"));
        assertRefused(ended, "server.address is 0.0.0.0, which others can reach");
    }

    @Test
    void behind_a_proxy_that_ends_tls_such_an_address_is_taken() {
        try (var program =
                Program.serving(
                        parent.resolve("data"),
                        "--server.address=0.0.0.0",
                        "--colophon.trusted-network=true")) {
            assertThat(program.get("/dead-letters").status()).isEqualTo(200);
        }
    }

    @Test
    void it_listens_on_loopback_only_and_says_so(SharedProgram shared) throws Exception {
        var program = shared.program();
        assertThat(program.output()).contains("listens on http://127.0.0.1:" + program.port());
        for (var card : NetworkInterface.networkInterfaces().toList())
            for (var address : card.inetAddresses().toList())
                if (!address.isLoopbackAddress())
                    assertThat(answers(address, program.port())).as("%s", address).isFalse();
        assertThat(answers(InetAddress.getByName("127.0.0.1"), program.port())).isTrue();
    }

    @Test
    void a_directory_in_use_is_refused_and_its_user_is_named_and_not_disturbed(
            SharedProgram shared) {
        var ended = end(Program.starting(shared.data()));
        assertRefused(ended, shared.data() + " is in use by process");
        assertThat(shared.program().get("/dead-letters").status()).isEqualTo(200);
    }

    @Test
    void a_log_of_an_unknown_version_is_refused_and_left_as_it_is() throws Exception {
        var data = parent.resolve("data");
        commit(data, Instant.now());
        var file = data.resolve("events.db");
        for (var version : List.of(1, 99)) {
            try (var connection = LogFile.open(file);
                    var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE log SET version = " + version);
            }
            var before = Files.readAllBytes(file);
            var ended = end(Program.starting(data));
            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
            assertRefused(ended, "has schema version " + version);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    @Test
    void a_file_that_is_no_log_is_refused_and_left_as_it_is() throws Exception {
        var data = Files.createDirectory(parent.resolve("data"));
        var file = data.resolve("events.db");
        Files.writeString(file, "somebody's notes\n".repeat(100));
        var ended = end(Program.starting(data));
        assertThat(ended.exitCode()).as(ended.output()).isNotZero();
        assertRefused(ended, "events.db");
        assertThat(Files.readString(file)).startsWith("somebody's notes");
    }

    @Test
    void a_clock_more_than_a_day_before_the_newest_commit_is_refused_unless_it_is_accepted() {
        var data = parent.resolve("data");
        commit(data, Instant.now().plus(Duration.ofDays(2)));

        var ended = end(Program.starting(data));
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertRefused(ended, "add --colophon.accept-earlier-clock=true once");
        assertThat(ended.output()).contains("the newest commit was recorded at");

        try (var program = Program.serving(data, "--colophon.accept-earlier-clock=true")) {
            assertThat(program.get("/institutions/ahead").status()).isEqualTo(200);
            program.made("/institutions", "{\"id\":\"right\",\"name\":\"R\",\"currency\":\"USD\"}");
            assertThat(program.stop()).isIn(0, 143);
        }
        try (var program = Program.serving(data)) {
            assertThat(program.get("/institutions/right").status()).isEqualTo(200);
        }
    }

    /** Commits as a program would whose clock says {@code at}. */
    private static void commit(Path data, Instant at) {
        try (var storage = EmbeddedStorage.open(data)) {
            DatedCommit.append(
                    storage,
                    "institution",
                    "institution:ahead",
                    new InstitutionRegistered(
                            "ahead", "Ahead", Currency.getInstance("USD"), ZoneOffset.UTC),
                    at);
        }
    }

    private static Program.Ended end(Program program) {
        try (program) {
            return program.awaitEnd();
        }
    }

    /** Expects one clear line, without a stack trace. */
    private static void assertRefused(Program.Ended ended, String reason) {
        assertThat(ended.exitCode()).as(ended.output()).isNotZero();
        assertThat(ended.output().lines().filter(line -> line.contains(reason)))
                .as(ended.output())
                .hasSize(1);
        assertThat(ended.output()).doesNotContain("\tat ", "Exception", "BeanCreation");
    }

    private static boolean answers(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
