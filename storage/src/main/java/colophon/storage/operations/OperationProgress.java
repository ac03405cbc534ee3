package colophon.storage.operations;

/** Is told the progress of a long operation now and then. */
@FunctionalInterface
public interface OperationProgress {

    /** {@code done} of {@code total} commits are done. The total may grow while a log is in use. */
    void at(long done, long total);
}
