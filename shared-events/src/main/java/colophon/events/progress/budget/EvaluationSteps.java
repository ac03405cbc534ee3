package colophon.events.progress.budget;

/**
 * The steps of one evaluation. A search may use only a fifth of them, so that enough remain to
 * build the answer, and because its steps take longer: nearly every set it asks about is new.
 */
public final class EvaluationSteps {

    /** The steps ran out. It has no stack trace, because it is not a fault. */
    public static final class SpentException extends RuntimeException {

        /** The steps ran out. */
        public SpentException() {
            super("The evaluation takes too many steps", null, false, false);
        }
    }

    private final long most;
    private long taken;

    /** At most so many steps. */
    public EvaluationSteps(long most) {
        this.most = most;
    }

    /** Takes steps. Throws SpentException if fewer are left. */
    public void take(long steps) {
        taken += steps;
        if (taken > most) throw new SpentException();
    }

    /** True if a search may use further steps. */
    public boolean maySearch() {
        return taken < most / 5;
    }

    long taken() {
        return taken;
    }
}
