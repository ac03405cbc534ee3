package colophon.views.progress;

import colophon.events.Recorded;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.progress.completions.Transcript;
import colophon.events.transcript.TranscriptEvent;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

/**
 * Answers: what is on a student's transcript besides the courses taken here? Those are known from
 * the enrollments.
 */
public record TranscriptView(String studentId, Transcript transcript) {

    /** The students with such entries, by id. */
    public static final View<TranscriptView> VIEW =
            View.of(
                    "transcripts",
                    TranscriptView.class,
                    TranscriptView::key,
                    TranscriptView::evolve);

    /** The entries of a student; empty if there are none. */
    static Transcript in(ViewSnapshot views, String studentId) {
        var entries = views.of(VIEW).get(studentId);
        return entries == null ? Transcript.EMPTY : entries.transcript;
    }

    private static @Nullable String key(Object event) {
        return switch (event) {
            case CourseCompleted _, CompletionReversed _ -> null;
            case TranscriptEvent e -> e.studentId();
            default -> null;
        };
    }

    static TranscriptView evolve(@Nullable TranscriptView before, Recorded<?> fact) {
        var event = (TranscriptEvent) fact.event();
        var transcript = before == null ? Transcript.EMPTY : before.transcript;
        return new TranscriptView(event.studentId(), transcript.evolve(event));
    }
}
