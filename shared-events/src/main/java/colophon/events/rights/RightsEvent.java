package colophon.events.rights;

/** Everything that can happen to one student's rights in their record. */
public sealed interface RightsEvent
        permits DirectoryOptOutChanged, AmendmentRequested, AmendmentDecided, StatementPlaced {

    /** The student whose record it is. */
    String studentId();
}
