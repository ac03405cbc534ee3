package colophon.events.transcript;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A completed course entered the transcript, in the same commit as its outcome.
 *
 * @param units units of the course, or null if the program counts courses
 * @param grade as the institution writes it, or null
 */
@Stored(as = "CompletionPosted", version = 1)
public record CompletionPosted(
        String studentId,
        String enrollmentId,
        String courseId,
        String programId,
        String institutionId,
        @Nullable BigDecimal units,
        @Nullable String grade,
        LocalDate completedOn)
        implements TranscriptEvent {}
