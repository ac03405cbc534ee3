package colophon.storage.mongo.appending;

/** The appender's port to the documents of the log. */
@FunctionalInterface
public interface Slots {

    /** Performs a call. Never throws: a failure is an answer. */
    Answer perform(Call call);
}
