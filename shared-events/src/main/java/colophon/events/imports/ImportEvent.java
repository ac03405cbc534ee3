package colophon.events.imports;

/** Everything that can happen to one import. */
public sealed interface ImportEvent
        permits ImportStarted,
                ImportFinished,
                ImportCancellationRequested,
                ImportCancelled,
                ImportReversalStarted,
                ImportReversed {

    /** The import this is about. */
    String importId();
}
