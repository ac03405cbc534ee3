package colophon.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import colophon.commands.loading.StreamType;
import colophon.commands.loading.StreamType.StreamId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * One decision about one stream, written as given, when, then. A decision about several streams
 * begins the same way.
 */
public record Given<S, E>(S state) {

    /** The earlier events of the stream, oldest first. */
    @SafeVarargs
    public static <S, E> Given<S, E> given(StreamType<S, E> type, E... past) {
        S state = type.initial();
        for (var event : past) state = type.evolve().apply(state, event);
        return new Given<>(state);
    }

    /** The earlier events of the first of several streams, oldest first. */
    @SafeVarargs
    public static <S, E> GivenStreams given(StreamId<S, E> stream, E... past) {
        return new GivenStreams().and(stream, past);
    }

    /** The decision to make. */
    public Outcome<E> when(Function<S, ? extends List<? extends E>> decision) {
        try {
            return new Outcome<>(List.copyOf(decision.apply(state)), null);
        } catch (Refusal refusal) {
            return new Outcome<>(List.of(), refusal);
        }
    }

    /** The decided events, or the refusal. */
    public record Outcome<E>(List<E> facts, @Nullable Refusal refusal) {

        /** Expects exactly these events, in this order. */
        @SafeVarargs
        public final void then(E... expected) {
            if (refusal != null) fail("refused: " + refusal.reason() + " " + refusal.detail());
            assertThat(facts).containsExactly(expected);
        }

        /** Expects no events, since it was done before. */
        public void thenNothing() {
            then();
        }

        /** Expects a refusal for this reason, with a detail that contains these values. */
        public void thenRefused(Reason reason, String... named) {
            if (refusal == null) {
                fail("not refused but decided: " + facts);
                return;
            }
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.detail()).contains(named).endsWith(".");
        }
    }
}
