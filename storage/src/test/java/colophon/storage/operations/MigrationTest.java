package colophon.storage.operations;

import static colophon.storage.log.SampleEvents.event;
import static colophon.storage.log.SampleEvents.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.reply.Reply;
import colophon.events.privacy.Sealed;
import colophon.storage.EmbeddedStorage;
import colophon.storage.ServerStorage;
import colophon.storage.log.Commit;
import colophon.storage.log.CommitLog;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;
import colophon.storage.sqlite.DataDirectory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class MigrationTest {

    private static final OperationProgress QUIET = (_, _) -> {};

    @TempDir private Path temporary;
    private TestServer server;

    @BeforeEach
    void find() {
        server = TestServer.open();
    }

    @AfterEach
    void drop() {
        server.close();
    }

    @Test
    void a_migrated_log_is_the_same_commit_by_commit_and_goes_on() {
        fill(data(), 0, 700);
        assertThat(migrate(data())).isEqualTo(700);
        try (var before = EmbeddedStorage.open(data());
                var after = ServerStorage.open(server.uri())) {
            assertThat(after.log().records(0, 1_000))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(before.log().records(0, 1_000));
            for (var stream : List.of("shared", "s7", "t7")) {
                assertThat(after.log().stream(stream, 0, 1_000))
                        .hasSizeGreaterThan(0)
                        .usingRecursiveFieldByFieldElementComparator()
                        .isEqualTo(before.log().stream(stream, 0, 1_000));
                assertThat(after.log().lastSequence(stream))
                        .isEqualTo(before.log().lastSequence(stream));
            }
            assertThat(Objects.requireNonNull(after.replies().find("command-3")).position())
                    .isEqualTo(4);
            assertThat(Objects.requireNonNull(after.replies().find("refused-0")).position())
                    .isZero();
            append(after.log(), 700, 701);
            assertThat(after.head()).isEqualTo(701);
        }
        assertThat(LogVerification.ofServer(server.uri(), QUIET).commits()).isEqualTo(701);
    }

    @Test
    void keys_go_along_and_destroyed_ones_stay_destroyed() {
        fill(data(), 0, 1);
        byte[] digest;
        Sealed ada;
        Sealed bob;
        try (var before = EmbeddedStorage.open(data())) {
            ada = before.seals().seal("ada", "Ada");
            bob = before.seals().seal("bob", "Bob");
            before.seals().destroy("bob");
            digest = before.seals().digest(new byte[] {1});
        }
        migrate(data());
        try (var after = ServerStorage.open(server.uri())) {
            assertThat(after.seals().open("ada", ada)).isEqualTo("Ada");
            assertThat(after.seals().open("bob", bob)).isNull();
            assertThatThrownBy(() -> after.seals().seal("bob", "Bob"))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(after.seals().digest(new byte[] {1})).isEqualTo(digest);
        }
    }

    @Test
    void stopped_in_the_middle_it_goes_on_where_it_was_and_nobody_uses_the_log_before() {
        fill(data(), 0, 700);
        OperationProgress stopping =
                (done, _) -> {
                    if (done >= 512) throw new IllegalStateException("the plug is pulled");
                };
        assertThatThrownBy(() -> Migration.copy(data(), server.uri(), stopping))
                .hasMessageContaining("plug");
        assertThatThrownBy(() -> ServerStorage.open(server.uri()))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("not finished");
        assertThatThrownBy(() -> Migration.finish(data(), server.uri(), QUIET))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("run colophon migrate again");
        assertThat(Migration.copy(data(), server.uri(), QUIET)).isEqualTo(700 - 512);
        assertThat(Migration.finish(data(), server.uri(), QUIET).commits()).isEqualTo(700);
        ServerStorage.open(server.uri()).close();
        assertThat(Migration.copy(data(), server.uri(), QUIET)).isZero();
    }

    @Test
    void a_database_with_another_log_is_refused() {
        fill(data(), 0, 5);
        migrate(data());
        var other = temporary.resolve("other");
        fill(other, 0, 5);
        assertRefused(other, "holds another event log");
    }

    @Test
    void a_database_that_went_on_is_not_copied_over() {
        fill(data(), 0, 5);
        migrate(data());
        try (var after = ServerStorage.open(server.uri())) {
            append(after.log(), 5, 6);
        }
        assertRefused(data(), "it was used after the copy");
        fill(data(), 100, 102);
        assertRefused(data(), "the two logs differ");
    }

    @Test
    void a_damaged_log_is_not_copied() throws SQLException {
        fill(data(), 0, 300);
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + DataDirectory.events(data()));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE events SET payload = x'00' WHERE position >> 16 = 280");
        }
        assertThatThrownBy(() -> Migration.copy(data(), server.uri(), QUIET))
                .isInstanceOfSatisfying(
                        DamagedLogException.class, e -> assertThat(e.commit()).isEqualTo(280));
    }

    @Test
    void a_log_of_an_older_format_is_not_copied() throws Exception {
        OlderLog.in(Files.createDirectory(data()));
        assertRefused(data(), "has schema version 1, older than any release");
    }

    @Test
    void a_directory_without_a_log_or_in_use_is_refused() {
        assertRefused(temporary.resolve("nowhere"), "There is no log at");
        fill(data(), 0, 1);
        try (var used = EmbeddedStorage.open(data())) {
            assertThat(used.head()).isEqualTo(1);
            assertRefused(data(), "is in use by process");
        }
    }

    @Test
    void progress_is_told() {
        fill(data(), 0, 300);
        var told = new ArrayList<Long>();
        Migration.copy(data(), server.uri(), (done, total) -> told.add(done * 1_000 + total));
        assertThat(told).containsExactly(300L, 256_300L, 300_300L);
    }

    private void assertRefused(Path from, String said) {
        assertThatThrownBy(() -> Migration.copy(from, server.uri(), QUIET))
                .isInstanceOf(LogRefusedException.class)
                .message()
                .contains(said)
                .doesNotContain("\n");
    }

    private long migrate(Path from) {
        var copied = Migration.copy(from, server.uri(), QUIET);
        Migration.finish(from, server.uri(), QUIET);
        return copied;
    }

    private static void fill(Path directory, int from, int to) {
        try (var storage = EmbeddedStorage.open(directory)) {
            append(storage.log(), from, to);
            storage.replies().keep(reply("refused-" + from));
        }
    }

    private static void append(CommitLog log, int from, int to) {
        var answers = new ArrayList<CompletableFuture<Long>>();
        for (var i = from; i < to; i++) answers.add(log.append(commit(i)));
        answers.forEach(CompletableFuture::join);
    }

    private static Commit commit(int i) {
        var events =
                List.of(
                        event(place("s" + i, 0)),
                        event(place("s" + i, 1), place("t" + i, 0), place("shared", i)));
        return Commit.of(events, i % 4 == 3 ? reply("command-" + i) : null);
    }

    private static Reply reply(String command) {
        return new Reply(command, new byte[] {3}, 201, "text/plain", "b".getBytes(UTF_8));
    }

    private Path data() {
        return temporary.resolve("data");
    }
}
