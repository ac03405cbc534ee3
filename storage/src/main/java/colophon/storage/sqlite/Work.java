package colophon.storage.sqlite;

import colophon.storage.log.Commit;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** What the one writing thread is asked to do; each piece is answered for itself. */
sealed interface Work {

    CompletableFuture<?> answer();

    /** Append a commit; the answer is its number. */
    record Append(Commit commit, CompletableFuture<Long> answer) implements Work {}

    /** Change something beside the events: a reply, a snapshot, a token. */
    record Other<T>(Change<T> change, CompletableFuture<T> answer) implements Work {}

    /** Done in the transaction of its batch, under a savepoint of its own. */
    @FunctionalInterface
    interface Change<T> {
        T apply(Statements statements) throws SQLException;
    }

    /** Bytes, near enough for limits. */
    default int size() {
        return this instanceof Append append ? append.commit().size() : 256;
    }
}
