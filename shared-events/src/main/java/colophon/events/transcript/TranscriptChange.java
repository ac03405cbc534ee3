package colophon.events.transcript;

/** Every event that is about a transcript alone. */
public sealed interface TranscriptChange extends TranscriptEvent
        permits CreditTransferred,
                RequirementWaived,
                CourseSubstituted,
                CreditShared,
                EntryWithdrawn {}
