package colophon.storage.log;

/** A log for one test, empty at first. Closing it closes everything below it. */
public interface OpenLog extends AutoCloseable {

    CommitLog log();

    @Override
    void close();
}
