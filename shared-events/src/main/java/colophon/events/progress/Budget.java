package colophon.events.progress;

/**
 * How much work the evaluations behind one answer, or one decision, may take. Work is counted in
 * steps, never in time: what is too much on one machine is too much on all.
 *
 * <p>Each evaluation gets at most {@link #EVALUATION} steps, and always {@link #LEAST}: nobody's
 * trees can use up what somebody else's need.
 */
public final class Budget {

    /** Most steps of one evaluation; measured, a million of them take 2 to 4 ms. */
    public static final long EVALUATION = 12_000_000;

    /** What a requirement may cost at most, for {@link Effort#COMPLETIONS} completions. */
    static final long DEFINED = EVALUATION / 2;

    /** So much each evaluation has even when all is used up; ordinary trees need less. */
    static final long LEAST = 50_000;

    private static final int EVALUATIONS = 10;

    private long left;
    private long spent;

    private Budget(long left) {
        this.left = left;
    }

    /** Of a single evaluation. */
    public static Budget ofOne() {
        return new Budget(EVALUATION);
    }

    /** Of all evaluations that are made for one request: as much as ten may take at most. */
    public static Budget ofRequest() {
        return new Budget(EVALUATIONS * EVALUATION);
    }

    /** True if evaluations get the least from now on. */
    public boolean isSpent() {
        return left <= 0;
    }

    /** How many steps were taken. */
    public long spent() {
        return spent;
    }

    /** Takes so many steps for work of another kind, if there are so many left. */
    public boolean allows(long steps) {
        if (steps > left) return false;
        left -= steps;
        spent += steps;
        return true;
    }

    Steps next() {
        return new Steps(Math.max(LEAST, Math.min(EVALUATION, left)));
    }

    void take(Steps steps) {
        left -= steps.taken();
        spent += steps.taken();
    }
}
