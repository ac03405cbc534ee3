package colophon.storage.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.axon.Serializers;
import colophon.storage.axon.TokenStoreContract;

import org.awaitility.Awaitility;
import org.axonframework.eventhandling.tokenstore.TokenStore;
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
class MongoSegmentTokensTest extends TokenStoreContract {

    private static final Duration LONG = Duration.ofMinutes(5);

    private @Nullable TestDatabase database;

    @Override
    protected TokenStore store(String owner) {
        return tokens(owner, LONG);
    }

    private MongoSegmentTokens tokens(String owner, Duration timeout) {
        if (database == null) database = TestDatabase.open();
        return new MongoSegmentTokens(
                database.get(), "log-1", Serializers.general(), owner, timeout);
    }

    @AfterEach
    void close() {
        if (database != null) database.close();
    }

    @Test
    void lets_a_segment_be_taken_whose_owner_was_not_heard_of_for_a_while() {
        var silent = tokens("silent", LONG);
        var heir = tokens("heir", Duration.ofMillis(1)); // takes others for gone at once
        silent.initializeTokenSegments("p", 1);
        silent.fetchToken("p", 0);
        silent.storeToken(token(5), "p", 0);
        assertThat(silent.isClaimed("p")).isTrue();
        Awaitility.await()
                .atMost(LONG)
                .ignoreException(UnableToClaimTokenException.class)
                .until(() -> token(5).equals(heir.fetchToken("p", 0)));
        assertThatThrownBy(() -> silent.storeToken(token(6), "p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> silent.extendClaim("p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        silent.releaseClaim("p", 0);
        heir.extendClaim("p", 0);
        assertThat(heir.fetchToken("p", 0)).isEqualTo(token(5));
    }

    /** An owner that was frozen may go on if no other process took its place: nothing was lost. */
    @Test
    void lets_an_owner_store_late_if_nobody_took_the_segment() throws InterruptedException {
        var slow = tokens("slow", Duration.ofMillis(1));
        slow.initializeTokenSegments("p", 1);
        slow.fetchToken("p", 0);
        Awaitility.await().atMost(LONG).until(() -> !slow.isClaimed("p"));
        slow.storeToken(token(5), "p", 0);
        assertThat(slow.fetchToken("p", 0)).isEqualTo(token(5));
    }

    /** An owner that released a segment has no more right to it than others. */
    @Test
    void refuses_to_store_without_a_claim() {
        var mine = tokens("mine", LONG);
        mine.initializeTokenSegments("p", 1);
        assertThatThrownBy(() -> mine.storeToken(token(5), "p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void gives_a_segment_to_one_of_many_who_want_it_at_once() throws Exception {
        tokens("first", LONG).initializeTokenSegments("p", 1);
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
        tokens.initializeTokenSegments("p", 2);
        assertThat(tokens.progress("p").position()).isZero();
        tokens.fetchToken("p", 0);
        tokens.fetchToken("p", 1);
        tokens.store(token(9L << 16 | 0xFFFF), "p", 0, Map.of("funds", 9L, "awards", 2L));
        assertThat(tokens.progress("p").position()).isZero();
        tokens.store(token(7L << 16 | 3), "p", 1, Map.of("funds", 5L));
        assertThat(tokens.progress("p").position()).isEqualTo(6);
        tokens.store(token(7L << 16 | 0xFFFF), "p", 1, Map.of("funds", 4L));
        assertThat(tokens.progress("p").position()).isEqualTo(7);
        assertThat(tokens.progress("p").changed()).isEqualTo(Map.of("funds", 9L, "awards", 2L));
    }

    private static boolean claims(MongoSegmentTokens tokens) {
        try {
            tokens.fetchToken("p", 0);
            return true;
        } catch (UnableToClaimTokenException e) {
            return false;
        }
    }
}
