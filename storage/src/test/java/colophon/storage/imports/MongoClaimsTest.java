package colophon.storage.imports;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.imports.claim.Claims.Counts;
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
class MongoClaimsTest {

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
        assertThat(other.seen("i")).isNull();
        assertThat(first.take("i")).isTrue();
        assertThat(other.seen("i")).isEqualTo(new Counts(0, 0, 0));
        assertThat(other.take("i")).isFalse();
        assertThat(first.tell("i", new Counts(3, 2, 1))).isTrue();
        assertThat(other.seen("i")).isEqualTo(new Counts(3, 2, 1));
        assertThat(other.tell("i", new Counts(9, 9, 9))).isFalse();
        assertThat(other.left()).isEmpty();
        other.done("i"); // another process has it
        assertThat(other.seen("i")).isEqualTo(new Counts(3, 2, 1));
        first.done("i");
        assertThat(other.seen("i")).isNull();
        assertThat(other.left()).isEmpty();
    }

    @Test
    void what_one_leaves_another_takes_up() {
        var first = claims("first", LONG);
        var other = claims("other", LONG);
        assertThat(first.take("i")).isTrue();
        first.leave("i");
        assertThat(other.seen("i")).isNull();
        assertThat(other.left()).containsExactly("i");
        assertThat(other.take("i")).isTrue();
        assertThat(first.tell("i", new Counts(1, 1, 1))).isFalse();
    }

    @Test
    void a_silent_process_loses_its_claim() {
        var gone = claims("gone", LONG);
        var other = claims("other", Duration.ofMillis(1)); // takes others for gone at once
        assertThat(gone.take("i")).isTrue();
        Awaitility.await().atMost(LONG).until(() -> other.seen("i") == null);
        assertThat(other.left()).containsExactly("i");
        // late, but no other process has taken it
        assertThat(gone.tell("i", new Counts(1, 0, 0))).isTrue();
        Awaitility.await().atMost(LONG).until(() -> other.take("i"));
        assertThat(gone.tell("i", new Counts(2, 0, 0))).isFalse();
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

    private MongoClaims claims(String owner, Duration silence) {
        return new MongoClaims(database.get(), owner, silence);
    }
}
