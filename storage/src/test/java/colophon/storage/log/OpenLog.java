package colophon.storage.log;

/** A log of its own for one test, empty at first; closing it closes all that it stands on. */
public interface OpenLog extends AutoCloseable {

    CommitLog log();

    @Override
    void close();
}
