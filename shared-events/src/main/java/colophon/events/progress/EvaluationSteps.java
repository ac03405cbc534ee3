package colophon.events.progress;

/**
 * The steps of one evaluation. A search may use only a fifth of them, so that enough remain to
 * build the answer, and because its steps take longer: nearly every set it asks about is new.
 */
final class EvaluationSteps {

    /** The steps ran out. It has no stack trace, because it is not a fault. */
    static final class SpentException extends RuntimeException {

        SpentException() {
            super("The evaluation takes too many steps", null, false, false);
        }
    }

    private final long most;
    private long taken;

    EvaluationSteps(long most) {
        this.most = most;
    }

    void take(long steps) {
        taken += steps;
        if (taken > most) throw new SpentException();
    }

    boolean maySearch() {
        return taken < most / 5;
    }

    long taken() {
        return taken;
    }
}
