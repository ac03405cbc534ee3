package colophon.events.rights;

/** Everything that can happen to the rights of one student in their record. */
public sealed interface RightsEvent
        permits DirectoryOptOutChanged, AmendmentRequested, AmendmentDecided, StatementPlaced {

    /** Whose record it is. */
    String studentId();
}
