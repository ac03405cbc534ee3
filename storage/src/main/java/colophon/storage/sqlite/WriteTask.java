package colophon.storage.sqlite;

import colophon.storage.log.Commit;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** A task for the single writing thread. Each task has its own result. */
sealed interface WriteTask {

    CompletableFuture<?> answer();

    /** Appends a commit; the result is its number. */
    record Append(Commit commit, CompletableFuture<Long> answer) implements WriteTask {}

    /** Changes something beside the events: a reply, a count. */
    record OtherWrite<T>(LogChange<T> change, CompletableFuture<T> answer) implements WriteTask {}

    /** Runs in the transaction of its batch, under its own savepoint. */
    @FunctionalInterface
    interface LogChange<T> {
        T apply(PreparedStatements statements) throws SQLException;
    }

    /** Approximate size in bytes, for limits. */
    default int size() {
        return this instanceof Append append ? append.commit().size() : 256;
    }
}
