package colophon.storage.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@Tag("mongodb")
class MongoSegmentTokensTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private @Nullable TestDatabase database;

    private MongoSegmentTokens tokens(String owner, Duration timeout) {
        if (database == null) database = TestDatabase.open();
        return new MongoSegmentTokens(database.get(), "log-1", owner, timeout);
    }

    @AfterEach
    void close() {
        if (database != null) database.close();
    }

    @Test
    void begins_each_segment_once() {
        var mine = tokens("mine", LONG);
        mine.begin("p", 1);
        assertThat(mine.claim("p", 1)).isZero();
        mine.store(5, "p", 1, Map.of());
        tokens("theirs", LONG).begin("p", 1);
        assertThat(mine.claim("p", 1)).isEqualTo(5);
        assertRefused(() -> mine.claim("p", 0));
        assertRefused(() -> mine.claim("q", 1));
    }

    @Test
    void lets_only_one_owner_have_a_segment() {
        var mine = tokens("mine", LONG);
        var theirs = tokens("theirs", LONG);
        mine.begin("p", 0);
        mine.begin("p", 1);
        mine.claim("p", 0);
        assertRefused(() -> theirs.claim("p", 0));
        assertRefused(() -> theirs.store(1, "p", 0, Map.of()));
        assertRefused(() -> theirs.extendClaim("p", 0));
        assertThat(theirs.claim("p", 1)).isZero();
        mine.store(2, "p", 0, Map.of());
        mine.extendClaim("p", 0);
        assertThat(mine.claim("p", 0)).isEqualTo(2);
    }

    @Test
    void gives_a_released_segment_to_the_next_owner() {
        var mine = tokens("mine", LONG);
        var theirs = tokens("theirs", LONG);
        mine.begin("p", 0);
        mine.claim("p", 0);
        mine.store(4, "p", 0, Map.of());
        theirs.releaseClaim("p", 0);
        assertRefused(() -> theirs.claim("p", 0));
        mine.releaseClaim("p", 0);
        assertThat(theirs.claim("p", 0)).isEqualTo(4);
        assertRefused(() -> mine.store(5, "p", 0, Map.of()));
        assertRefused(() -> mine.extendClaim("p", 0));
        assertThat(theirs.claim("p", 0)).isEqualTo(4);
    }

    @Test
    void forgets_all_segments_of_a_processor() {
        var mine = tokens("mine", LONG);
        mine.begin("p", 0);
        mine.begin("q", 0);
        mine.claim("p", 0);
        mine.forget("p");
        assertRefused(() -> mine.store(1, "p", 0, Map.of()));
        assertRefused(() -> mine.claim("p", 0));
        assertThat(mine.claim("q", 0)).isZero();
    }

    @Test
    void lets_a_segment_be_taken_whose_owner_was_not_heard_of_for_a_while() {
        var silent = tokens("silent", LONG);
        var heir = tokens("heir", Duration.ofMillis(1)); // takes others for gone at once
        silent.begin("p", 0);
        silent.claim("p", 0);
        silent.store(5, "p", 0, Map.of());
        assertThat(silent.isClaimed("p")).isTrue();
        Awaitility.await()
                .atMost(LONG)
                .ignoreException(UnableToClaimTokenException.class)
                .until(() -> heir.claim("p", 0) == 5);
        assertRefused(() -> silent.store(6, "p", 0, Map.of()));
        assertRefused(() -> silent.extendClaim("p", 0));
        silent.releaseClaim("p", 0);
        heir.extendClaim("p", 0);
        assertThat(heir.claim("p", 0)).isEqualTo(5);
    }

    /** An owner that was frozen may go on if no other process took its place: nothing was lost. */
    @Test
    void lets_an_owner_store_late_if_nobody_took_the_segment() {
        var slow = tokens("slow", Duration.ofMillis(1));
        slow.begin("p", 0);
        slow.claim("p", 0);
        Awaitility.await().atMost(LONG).until(() -> !slow.isClaimed("p"));
        slow.store(5, "p", 0, Map.of());
        assertThat(slow.claim("p", 0)).isEqualTo(5);
    }

    /** An owner that released a segment has no more right to it than others. */
    @Test
    void refuses_to_store_without_a_claim() {
        var mine = tokens("mine", LONG);
        mine.begin("p", 0);
        assertRefused(() -> mine.store(5, "p", 0, Map.of()));
    }

    @Test
    void gives_a_segment_to_one_of_many_who_want_it_at_once() throws Exception {
        tokens("first", LONG).begin("p", 0);
        var many =
                IntStream.range(0, 16)
                        .mapToObj(i -> tokens("owner-" + i, LONG))
                        .map(one -> (Callable<Boolean>) () -> claims(one))
                        .toList();
        int claims = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(many)) if (one.get()) claims++;
        }
        assertThat(claims).isEqualTo(1);
    }

    @Test
    void knows_how_far_all_segments_have_read_and_by_when_views_changed() {
        var tokens = tokens("mine", LONG);
        tokens.begin("p", 0);
        tokens.begin("p", 1);
        assertThat(tokens.progress("p").position()).isZero();
        tokens.claim("p", 0);
        tokens.claim("p", 1);
        tokens.store(9L << 16 | 0xFFFF, "p", 0, Map.of("funds", 9L, "awards", 2L));
        assertThat(tokens.progress("p").position()).isZero();
        tokens.store(7L << 16 | 3, "p", 1, Map.of("funds", 5L));
        assertThat(tokens.progress("p").position()).isEqualTo(6);
        tokens.store(7L << 16 | 0xFFFF, "p", 1, Map.of("funds", 4L));
        assertThat(tokens.progress("p").position()).isEqualTo(7);
        assertThat(tokens.progress("p").changed()).isEqualTo(Map.of("funds", 9L, "awards", 2L));
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(UnableToClaimTokenException.class);
    }

    private static boolean claims(MongoSegmentTokens tokens) {
        try {
            tokens.claim("p", 0);
            return true;
        } catch (UnableToClaimTokenException e) {
            return false;
        }
    }
}
