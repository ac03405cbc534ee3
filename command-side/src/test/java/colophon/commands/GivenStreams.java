package colophon.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import colophon.commands.loading.InMemoryStates;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType.StreamId;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** One decision about several streams, written as given, when, then. */
public final class GivenStreams {

    private final InMemoryStates states = new InMemoryStates();

    GivenStreams() {}

    /** The earlier events of one more stream, or more events of the same, oldest first. */
    @SafeVarargs
    public final <S, E> GivenStreams and(StreamId<S, E> stream, E... past) {
        states.append(stream, List.of(past));
        return this;
    }

    /** The decision to make; it returns what it answers. */
    public <R> Outcome<R> when(Function<States, R> decision) {
        Map<StreamId<?, ?>, Integer> before = new HashMap<>();
        for (var stream : states.streams()) before.put(stream, states.events(stream).size());
        try {
            return new Outcome<>(states, before, decision.apply(states), null);
        } catch (Refusal refusal) {
            return new Outcome<>(states, before, null, refusal);
        }
    }

    /** A decision that answers nothing. */
    public Outcome<String> whenDone(Consumer<States> decision) {
        return when(
                all -> {
                    decision.accept(all);
                    return "done";
                });
    }

    /** What was appended to each stream, or the refusal. */
    public static final class Outcome<R> {

        private final InMemoryStates states;
        private final Map<StreamId<?, ?>, Integer> seen;
        private final @Nullable R answer;
        private final @Nullable Refusal refusal;

        private Outcome(
                InMemoryStates states,
                Map<StreamId<?, ?>, Integer> before,
                @Nullable R answer,
                @Nullable Refusal refusal) {
            this.states = states;
            this.seen = before;
            this.answer = answer;
            this.refusal = refusal;
        }

        /** Expects exactly these new events in this stream, in this order. */
        @SafeVarargs
        public final <S, E> Outcome<R> then(StreamId<S, E> stream, E... expected) {
            decided();
            assertThat(unseen(stream)).as(stream.name()).containsExactly((Object[]) expected);
            seen.put(stream, states.events(stream).size());
            return this;
        }

        /** Expects this event next in each of these streams, since it lies in all of them. */
        @SafeVarargs
        public final <E> Outcome<R> thenInAll(E expected, StreamId<?, ? super E>... streams) {
            decided();
            for (var stream : streams) {
                assertThat(unseen(stream)).as(stream.name()).startsWith(expected);
                seen.merge(stream, 1, Integer::sum);
            }
            return this;
        }

        /** Expects no new events in the streams that no {@code then} named. */
        public Outcome<R> andNothingElse() {
            decided();
            for (var stream : states.streams())
                assertThat(unseen(stream)).as(stream.name()).isEmpty();
            return this;
        }

        /** Expects no events at all, since it was done before or there was nothing to do. */
        public Outcome<R> thenNothing() {
            return andNothingElse();
        }

        /** What the decision answers. */
        public R answer() {
            decided();
            return Objects.requireNonNull(answer);
        }

        /** Expects a refusal for this reason, with a detail that contains these values. */
        public void thenRefused(Reason reason, String... named) {
            if (refusal == null) {
                fail("not refused");
                return;
            }
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.detail()).contains(named).endsWith(".");
        }

        private void decided() {
            if (refusal != null) fail("refused: " + refusal.reason() + " " + refusal.detail());
        }

        private List<Object> unseen(StreamId<?, ?> stream) {
            var all = states.events(stream);
            return all.subList(seen.getOrDefault(stream, 0), all.size());
        }
    }
}
