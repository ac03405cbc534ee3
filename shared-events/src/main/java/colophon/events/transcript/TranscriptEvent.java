package colophon.events.transcript;

/** Everything that can happen to the transcript of one student. */
public sealed interface TranscriptEvent
        permits CompletionPosted,
                CompletionRemoved,
                CreditTransferred,
                RequirementWaived,
                CourseSubstituted,
                CreditShared,
                EntryWithdrawn,
                ConferralPosted,
                ConferralRemoved {

    /** The student whose transcript it is. */
    String studentId();
}
