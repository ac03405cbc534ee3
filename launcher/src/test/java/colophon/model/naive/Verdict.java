package colophon.model.naive;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.TreeSet;

/**
 * The answers that the domain allows for one request. If several rules refuse it, any of their
 * reasons will do, but it must be refused.
 */
public final class Verdict {

    /** The reasons of all rules that refuse. */
    public final Set<String> refusals = new TreeSet<>();

    /** The statuses of an acceptance; more than one if the text leaves it open. */
    public Set<Integer> accepted = Set.of();

    /** True if the answer must be the first answer to its key. */
    public boolean replay;

    /** The status that the answer contains, or null if it contains none. */
    public @Nullable String word;

    /** The change of the state if the request was accepted. */
    Runnable effect = () -> {};

    static Verdict refused(String word) {
        return new Verdict().because(true, word);
    }

    static Verdict done(int status) {
        var verdict = new Verdict();
        verdict.accepted = Set.of(status);
        return verdict;
    }

    Verdict because(boolean applies, String word) {
        if (applies) refusals.add(word);
        return this;
    }

    /**
     * The text leaves open whether a repetition gets the first answer or is refused because of
     * later changes.
     */
    Verdict orIf(boolean applies, String word) {
        if (applies) refusals.add(word);
        return this;
    }

    boolean refuses() {
        return !refusals.isEmpty();
    }

    /** Accepted, unless a rule has refused it. */
    Verdict otherwise(int status, Runnable then) {
        if (refuses()) return this;
        accepted = Set.of(status);
        effect = then;
        return this;
    }

    @Override
    public String toString() {
        return refusals.isEmpty()
                ? "accepted " + accepted
                : refusals + (accepted.isEmpty() ? "" : " or accepted " + accepted);
    }
}
