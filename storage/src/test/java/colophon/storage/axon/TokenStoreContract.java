package colophon.storage.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.junit.jupiter.api.Test;

/** The contract of every token store. Axon publishes no suite for it. */
public abstract class TokenStoreContract {

    private final TokenStore mine = store("mine");
    private final TokenStore theirs = store("theirs");

    /** A store of this owner. All stores of one test share their tokens, none at first. */
    protected abstract TokenStore store(String owner);

    @Test
    void gives_a_processor_its_segments_once() {
        assertThat(mine.requiresExplicitSegmentInitialization()).isTrue();
        mine.initializeTokenSegments("p", 3);
        mine.initializeTokenSegments("q", 1, token(7));
        assertThat(theirs.fetchSegments("p")).containsExactly(0, 1, 2);
        assertThat(theirs.fetchSegments("q")).containsExactly(0);
        assertThat(theirs.fetchSegments("r")).isEmpty();
        assertThat(mine.fetchToken("p", 2)).isNull();
        assertThat(mine.fetchToken("q", 0)).isEqualTo(token(7));
        assertThatThrownBy(() -> theirs.initializeTokenSegments("p", 3))
                .isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void makes_single_segments_once() {
        mine.initializeSegment(token(5), "p", 1);
        assertThat(mine.fetchToken("p", 1)).isEqualTo(token(5));
        assertThatThrownBy(() -> theirs.initializeSegment(token(6), "p", 1))
                .isInstanceOf(UnableToInitializeTokenException.class);
        assertThat(mine.fetchToken("p", 1)).isEqualTo(token(5));
    }

    @Test
    void keeps_what_was_stored_also_a_token_of_a_replay() {
        mine.initializeTokenSegments("p", 2);
        assertThat(mine.fetchToken("p", 0)).isNull();
        mine.storeToken(token(9), "p", 0);
        assertThat(mine.fetchToken("p", 0)).isEqualTo(token(9));
        var replay = ReplayToken.createReplayToken(token(9), token(3));
        mine.storeToken(replay, "p", 0);
        assertThat(mine.fetchToken("p", 0)).isEqualTo(replay);
        mine.storeToken(null, "p", 0);
        assertThat(mine.fetchToken("p", 0)).isNull();
        assertThat(mine.fetchToken("p", 1)).isNull();
    }

    @Test
    void lets_only_one_owner_have_a_segment() {
        mine.initializeTokenSegments("p", 2);
        mine.fetchToken("p", 0);
        assertThatThrownBy(() -> theirs.fetchToken("p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> theirs.storeToken(token(1), "p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> theirs.extendClaim("p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> theirs.deleteToken("p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(theirs.fetchToken("p", 1)).isNull();
        mine.storeToken(token(2), "p", 0);
        mine.extendClaim("p", 0);
        assertThat(mine.fetchToken("p", 0)).isEqualTo(token(2));
    }

    @Test
    void gives_a_released_segment_to_the_next_owner() {
        mine.initializeTokenSegments("p", 1);
        mine.fetchToken("p", 0);
        mine.storeToken(token(4), "p", 0);
        theirs.releaseClaim("p", 0);
        assertThatThrownBy(() -> theirs.fetchToken("p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        mine.releaseClaim("p", 0);
        assertThat(theirs.fetchToken("p", 0)).isEqualTo(token(4));
        assertThatThrownBy(() -> mine.storeToken(token(5), "p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> mine.extendClaim("p", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(theirs.fetchToken("p", 0)).isEqualTo(token(4));
    }

    @Test
    void forgets_what_is_deleted_and_refuses_what_was_never_there() {
        mine.initializeTokenSegments("p", 2);
        mine.fetchToken("p", 1);
        mine.deleteToken("p", 1);
        assertThat(mine.fetchSegments("p")).containsExactly(0);
        assertThatThrownBy(() -> mine.fetchToken("p", 1))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> mine.storeToken(token(1), "p", 1))
                .isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void says_which_log_its_tokens_are_about() {
        var id = mine.retrieveStorageIdentifier();
        assertThat(id).isPresent().isEqualTo(theirs.retrieveStorageIdentifier());
    }

    protected static TrackingToken token(long index) {
        return new GlobalSequenceTrackingToken(index);
    }
}
