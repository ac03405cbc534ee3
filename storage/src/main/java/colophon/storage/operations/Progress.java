package colophon.storage.operations;

/** Told now and then how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {

    /** So many commits of so many are done; the total may grow while a log is in use. */
    void at(long done, long total);
}
