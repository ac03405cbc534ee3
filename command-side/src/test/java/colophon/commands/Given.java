package colophon.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import colophon.commands.desk.Subject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** One decision about one subject, told as: given this past, when this is asked, then that. */
public record Given<S, E>(S state) {

    /** What had happened to the subject, oldest first. */
    @SafeVarargs
    public static <S, E> Given<S, E> given(Subject<S, E> subject, E... past) {
        S state = subject.initial();
        for (var event : past) state = subject.evolve().apply(state, event);
        return new Given<>(state);
    }

    /** What is asked of it. */
    public Outcome<E> when(Function<S, List<E>> decision) {
        try {
            return new Outcome<>(decision.apply(state), null);
        } catch (Refusal refusal) {
            return new Outcome<>(List.of(), refusal);
        }
    }

    /** The facts that were decided, or the refusal. */
    public record Outcome<E>(List<E> facts, @Nullable Refusal refusal) {

        /** Exactly these facts, in this order. */
        @SafeVarargs
        public final void then(E... expected) {
            if (refusal != null) fail("refused: " + refusal.reason() + " " + refusal.detail());
            assertThat(facts).containsExactly(expected);
        }

        /** It had been done before: nothing happens again. */
        public void thenNothing() {
            then();
        }

        /** Refused for this reason, in a sentence that names these values. */
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
