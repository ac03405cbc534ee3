package colophon.events.progress.budget;

/**
 * Limits the work of all evaluations for one answer or one decision. Work is counted in steps, not
 * in time, so the limit is the same on every machine.
 *
 * <p>Each evaluation gets at most {@link #EVALUATION} steps and at least {@link #LEAST}, so that
 * one costly tree cannot starve the others.
 */
public final class EvaluationBudget {

    /**
     * Most steps of one evaluation. Measured on one slow core, a million steps take 2 to 4 ms, and
     * a million steps of a cap's search up to 18 ms, so a search may use only a fifth of them.
     */
    public static final long EVALUATION = 12_000_000;

    /** Most steps that a requirement may cost when it is defined. */
    public static final long DEFINED = EVALUATION / 2;

    /** Steps of an evaluation when the budget is spent. Ordinary trees need fewer. */
    static final long LEAST = 50_000;

    private static final int EVALUATIONS = 10;

    private long left;
    private long spent;

    private EvaluationBudget(long left) {
        this.left = left;
    }

    /** The budget of a single evaluation. */
    public static EvaluationBudget ofOne() {
        return new EvaluationBudget(EVALUATION);
    }

    /** The budget of all evaluations of one request: as much as ten may take at most. */
    public static EvaluationBudget ofRequest() {
        return new EvaluationBudget(EVALUATIONS * EVALUATION);
    }

    /** True if each further evaluation gets only {@link #LEAST} steps. */
    public boolean isSpent() {
        return left <= 0;
    }

    /** The number of steps taken. */
    public long spent() {
        return spent;
    }

    /** Takes steps for other work. False, with none taken, if fewer are left. */
    public boolean allows(long steps) {
        if (steps > left) return false;
        left -= steps;
        spent += steps;
        return true;
    }

    /** The steps of the next evaluation. */
    public EvaluationSteps next() {
        return new EvaluationSteps(Math.max(LEAST, Math.min(EVALUATION, left)));
    }

    /** Takes the steps that an evaluation has used. */
    public void take(EvaluationSteps steps) {
        left -= steps.taken();
        spent += steps.taken();
    }
}
