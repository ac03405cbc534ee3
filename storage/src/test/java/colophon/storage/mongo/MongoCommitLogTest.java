package colophon.storage.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.commands.reply.OutcomeUnknownException;
import colophon.commands.reply.Reply;
import colophon.storage.log.Commit;
import colophon.storage.log.CommitLog;
import colophon.storage.log.CommitLog.CommittedEvents;
import colophon.storage.log.CommitLogContract;
import colophon.storage.log.LogUnavailableException;
import colophon.storage.log.SampleEvents;
import colophon.storage.log.StoredCommit;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The contract on a real server, and cases that only a log of several processes meets. */
@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class MongoCommitLogTest extends CommitLogContract {

    private final FaultyAppendDatabase faults = new FaultyAppendDatabase();
    private TestServer server;
    private MongoInstallation database;
    private long patience = 20_000;

    @Override
    protected CommitLog open() {
        if (server == null) server = TestServer.open();
        database = MongoInstallation.connect(server.uri());
        return MongoCommitLog.open(database, patience, faults::before);
    }

    @Override
    protected void shut() {
        log.close();
        database.close();
    }

    @AfterEach
    void drop() {
        server.close();
    }

    @Override
    protected void loseTheNextAnswer() {
        faults.loseAnswers(1);
    }

    @Test
    void who_has_waited_too_long_hears_that_the_outcome_is_unknown_and_it_is_found_out_later() {
        openImpatient();
        append("a", 0);
        faults.loseAnswers(Integer.MAX_VALUE);
        assertThatThrownBy(() -> append("a", 1)).hasCauseInstanceOf(OutcomeUnknownException.class);
        assertThat(((MongoCommitLog) log).trouble()).isPresent();
        var late = log.append(commit("b", 0));
        assertThatThrownBy(late::join).hasCauseInstanceOf(LogUnavailableException.class);
        faults.loseAnswers(0);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> ((MongoCommitLog) log).trouble().isEmpty());
        assertThat(append("a", 2)).isEqualTo(3);
        assertThat(log.lastSequence("a")).hasValue(2);
        assertThat(log.lastSequence("b")).isEmpty();
        assertThat(((MongoCommitLog) log).trouble()).isEmpty();
    }

    @Test
    void what_a_lone_writer_does_not_get_to_know_the_appender_finds_out() {
        append("a", 0);
        faults.loseAnswers(1);
        assertThat(log.appendHere(commit("a", 1)).join()).isEqualTo(2);
        faults.loseRequests(2);
        assertThat(log.appendHere(commit("a", 2)).join()).isEqualTo(3);
        assertThat(log.appendHere(commit("a", 3)).join()).isEqualTo(4);
        assertThat(log.stream("a", 0, 9)).hasSize(4);
        assertThat(log.head()).isEqualTo(4);
    }

    @Test
    void a_request_that_never_arrived_is_sent_until_it_does() {
        openImpatient();
        append("a", 0);
        faults.loseRequests(Integer.MAX_VALUE);
        var first = log.append(commit("a", 1));
        assertThatThrownBy(first::join).hasCauseInstanceOf(OutcomeUnknownException.class);
        faults.loseRequests(0);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> ((MongoCommitLog) log).trouble().isEmpty());
        assertThat(append("b", 0)).isEqualTo(3);
        assertThat(log.lastSequence("a")).hasValue(1);
    }

    @Test
    void kept_refusals_are_no_commits_whatever_is_read() {
        for (var i = 0; i < 20; i++) log.keep(reply("command-" + i));
        assertThat(log.head()).isZero();
        assertThat(log.read(0, 100)).isEmpty();
        assertThat(log.records(0, 100)).isEmpty();
        assertThat(log.firstSince(0)).isEmpty();
        assertThat(append("a", 0)).isEqualTo(1);
        assertThat(log.head()).isEqualTo(1);
        assertThat(log.read(0, 100)).hasSize(1);
        assertThat(log.firstSince(0)).hasValue(1);
        assertThat(log.stream("command command-1", 0, 10)).isEmpty();
        assertThat(log.lastSequence("command command-1")).isEmpty();
    }

    @Test
    void two_processes_append_to_one_log_and_read_what_the_other_wrote() {
        try (var other = MongoCommitLog.open(database)) {
            assertThat(other.id()).isEqualTo(((MongoCommitLog) log).id());
            assertThat(append("a", 0)).isEqualTo(1);
            assertThat(other.append(commit("b", 0)).join()).isEqualTo(2);
            assertThat(append("a", 1)).isEqualTo(3);
            var answers = new ArrayList<CompletableFuture<Long>>();
            for (var i = 0; i < 200; i++) {
                answers.add(log.append(commit("ours-" + i, 0)));
                answers.add(other.append(commit("theirs-" + i, 0)));
            }
            assertThat(answers.stream().map(CompletableFuture::join).distinct().count())
                    .isEqualTo(400);
            assertThat(log.head()).isEqualTo(403);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> other.read(0, 1_000).size() == 403);
            assertThatThrownBy(() -> other.append(commit("a", 1)).join())
                    .isInstanceOf(CompletionException.class);
        }
    }

    @Test
    void commits_are_read_in_their_order_wherever_the_server_keeps_them() {
        for (var i = 0; i < 50; i++) append("a", i);
        var documents = LogCollections.of(database.events()).documents();
        var all = documents.find().into(new ArrayList<>());
        documents.deleteMany(new Document());
        Collections.shuffle(all, new Random(1));
        for (var each : all) documents.insertOne(each);
        assertThat(log.records(0, 100)).extracting(StoredCommit::number).isSorted().hasSize(50);
        assertThat(log.read(7, 3)).extracting(CommittedEvents::number).containsExactly(8L, 9L, 10L);
    }

    private void openImpatient() {
        shut();
        patience = 2_000;
        log = open();
    }

    private long append(String stream, long sequence) {
        return log.append(commit(stream, sequence)).join();
    }

    private static Commit commit(String stream, long sequence) {
        return Commit.of(List.of(SampleEvents.event(stream, sequence)), null);
    }

    private static Reply reply(String command) {
        return new Reply(command, new byte[] {7}, 409, "application/problem+json", new byte[] {1});
    }
}
