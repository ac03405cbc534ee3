package colophon.storage.mongo.appending;

/** The appender's port to the documents of the log. */
@FunctionalInterface
public interface AppendDatabase {

    /** Performs a call. Never throws: a failure is an answer. */
    DatabaseAnswer perform(DatabaseCall call);
}
