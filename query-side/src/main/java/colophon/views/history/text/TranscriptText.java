package colophon.views.history.text;

import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;
import colophon.events.transcript.TranscriptChange;

/** The texts of the events of a transcript. */
final class TranscriptText {

    private TranscriptText() {}

    static String of(TranscriptChange event) {
        return switch (event) {
            case CreditTransferred _ ->
                    "Credit {creditId} from {source} counts as course {courseId}";
            case CreditShared _ -> "Credit {creditId} counts toward {degree}, too";
            case RequirementWaived _ ->
                    "Of certificate {certificateId}, node '{node}' is waived[ by {count}]";
            case CourseSubstituted _ ->
                    "For certificate {certificateId}, course {byCourseId} counts as course"
                            + " {courseId}";
            case EntryWithdrawn _ -> "Entry {entryId} of the transcript is withdrawn";
        };
    }
}
