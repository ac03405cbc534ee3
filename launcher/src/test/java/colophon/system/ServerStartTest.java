package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;
import colophon.system.driver.Issuer;
import colophon.system.driver.Program;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A wrong setting is reported in one line, with what to write instead. */
class ServerStartTest {

    @TempDir Path data;

    @Test
    void a_server_that_nobody_reaches_is_named() {
        var ended =
                end(
                        Program.startingToShare(
                                "mongodb://127.0.0.1:9/?directConnection=true"
                                        + "&serverSelectionTimeoutMS=1000",
                                "command,query,web"));
        assertRefused(ended, "127.0.0.1:9");
    }

    @Test
    void what_is_no_address_of_a_server_is_refused() {
        assertRefused(end(Program.startingToShare("http://localhost", "query")), "mongodb://");
        assertRefused(
                end(
                        Program.starting(
                                data, "--spring.profiles.active=mongodb", Issuer.SHARED.option())),
                "mongodb://");
    }

    @Test
    void a_role_that_there_is_not_is_refused_with_those_there_are() {
        assertRefused(
                end(Program.startingToShare("mongodb://127.0.0.1:9/", "command,answer")),
                "colophon.roles is 'command,answer'; it names some of [command, query, web]");
    }

    @Test
    void without_a_server_a_process_has_all_roles() {
        assertRefused(
                end(Program.starting(data, "--colophon.roles=query")),
                "the embedded mode is one process with all roles");
    }

    @Test
    void an_address_that_others_reach_needs_a_word_in_server_mode() {
        assertRefused(
                end(
                        Program.startingToShare(
                                "mongodb://127.0.0.1:9/", "query", "--server.address=0.0.0.0")),
                "--colophon.trusted-network=true");
    }

    @Test
    @NeedsMongoDb
    void in_server_mode_one_process_can_have_all_roles_and_be_named_the_usual_way() {
        try (var database = TestServer.open();
                var program =
                        Program.serving(
                                data,
                                "--spring.profiles.active=mongodb",
                                "--spring.mongodb.uri=" + database.uri(),
                                "--server.address=0.0.0.0",
                                "--colophon.trusted-network=true",
                                Issuer.SHARED.option())) {
            assertThat(program.get("/dead-letters").status()).isEqualTo(200);
        }
    }

    @Test
    @NeedsMongoDb
    void a_log_of_an_older_format_is_refused() {
        try (var server = TestServer.open();
                var database = MongoInstallation.connect(server.uri())) {
            var log = new Document("_id", "log").append("v", 2).append("id", "an-older-log");
            database.events().getCollection("meta").insertOne(log);
            var ended = end(Program.startingToShare(server.uri(), "command,query,web"));
            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
            assertRefused(ended, "has schema version 2, older than any release");
        }
    }

    @Test
    void processes_that_share_their_work_need_a_provider_to_sign_in_at() {
        assertRefused(
                end(Program.starting(data, "--colophon.mongodb.uri=mongodb://127.0.0.1:9/")),
                "--colophon.oidc.issuer=");
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
}
