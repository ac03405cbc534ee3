package colophon.events.progress;

/**
 * The steps of one evaluation. Half of them are kept from searching: what a search leaves open is
 * still put together.
 */
final class Steps {

    /** Too much to tell; without a trace, it is no mistake of anybody. */
    static final class SpentException extends RuntimeException {

        SpentException() {
            super("The evaluation takes too many steps", null, false, false);
        }
    }

    private final long most;
    private long taken;

    Steps(long most) {
        this.most = most;
    }

    void take(long steps) {
        taken += steps;
        if (taken > most) throw new SpentException();
    }

    boolean maySearch() {
        return taken < most / 2;
    }

    long taken() {
        return taken;
    }
}
