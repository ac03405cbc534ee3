package colophon.storage.imports;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.imports.claim.ImportClaims.ClaimedRowCounts;
import colophon.storage.views.TestDatabase;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@Tag("mongodb")
class MongoImportClaimsTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
    }

    @AfterEach
    void close() {
        if (database != null) database.close();
    }

    @Test
    void every_process_sees_how_far_the_one_is_that_has_it() {
        var first = claims("first", LONG);
        var other = claims("other", LONG);
        assertThat(other.progress("i")).isNull();
        assertThat(first.take("i")).isTrue();
        assertThat(other.progress("i")).isEqualTo(new ClaimedRowCounts(0, 0, 0));
        assertThat(other.take("i")).isFalse();
        assertThat(first.report("i", new ClaimedRowCounts(3, 2, 1))).isTrue();
        assertThat(other.progress("i")).isEqualTo(new ClaimedRowCounts(3, 2, 1));
        assertThat(other.report("i", new ClaimedRowCounts(9, 9, 9))).isFalse();
        assertThat(other.abandoned()).isEmpty();
        other.done("i"); // another process has it
        assertThat(other.progress("i")).isEqualTo(new ClaimedRowCounts(3, 2, 1));
        first.done("i");
        assertThat(other.progress("i")).isNull();
        assertThat(other.abandoned()).isEmpty();
    }

    @Test
    void what_one_leaves_another_takes_up() {
        var first = claims("first", LONG);
        var other = claims("other", LONG);
        assertThat(first.take("i")).isTrue();
        first.leave("i");
        assertThat(other.progress("i")).isNull();
        assertThat(other.abandoned()).containsExactly("i");
        assertThat(other.take("i")).isTrue();
        assertThat(first.report("i", new ClaimedRowCounts(1, 1, 1))).isFalse();
    }

    @Test
    void a_silent_process_loses_its_claim() {
        var gone = claims("gone", LONG);
        var other = claims("other", Duration.ofMillis(1)); // takes others for gone at once
        assertThat(gone.take("i")).isTrue();
        Awaitility.await().atMost(LONG).until(() -> other.progress("i") == null);
        assertThat(other.abandoned()).containsExactly("i");
        // late, but no other process has taken it
        assertThat(gone.report("i", new ClaimedRowCounts(1, 0, 0))).isTrue();
        Awaitility.await().atMost(LONG).until(() -> other.take("i"));
        assertThat(gone.report("i", new ClaimedRowCounts(2, 0, 0))).isFalse();
    }

    @Test
    void one_of_many_gets_it() throws Exception {
        var many =
                IntStream.range(0, 8)
                        .mapToObj(n -> claims("owner-" + n, LONG))
                        .map(one -> (Callable<Boolean>) () -> one.take("i"))
                        .toList();
        int got = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(many)) if (one.get()) got++;
        }
        assertThat(got).isEqualTo(1);
    }

    private MongoImportClaims claims(String owner, Duration silence) {
        return new MongoImportClaims(database.get(), owner, silence);
    }
}
