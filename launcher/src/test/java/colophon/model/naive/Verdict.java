package colophon.model.naive;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the domain allows as the answer to one request. Where several rules refuse it, none of them
 * has to be the one that is named; so any of their words will do, but it must be refused.
 */
public final class Verdict {

    /** Words of all rules that refuse. */
    public final Set<String> refusals = new TreeSet<>();

    /** Statuses of an acceptance; more than one where the text leaves it open. */
    public Set<Integer> accepted = Set.of();

    /** True when it must be the first answer to its key again. */
    public boolean replay;

    /** The status that the answer names, or null where it names none. */
    public @Nullable String word;

    /** What is different afterwards, if it was accepted. */
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
     * Where the text leaves open whether a repeat is answered or refused because of what came
     * since.
     */
    Verdict orIf(boolean applies, String word) {
        if (applies) refusals.add(word);
        return this;
    }

    boolean refuses() {
        return !refusals.isEmpty();
    }

    /** Accepted, unless a rule had refused it. */
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
