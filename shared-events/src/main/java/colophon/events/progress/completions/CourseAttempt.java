package colophon.events.progress.completions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A course that a student took to its end, here or at another institution.
 *
 * @param id id of the enrollment or of the transferred credit
 * @param units its units, or null if the program counts courses
 * @param completed false if it ended without a completion
 * @param completedOn the day of that outcome
 * @param transferred true if it was earned elsewhere
 * @param shared true if it also counts toward another certificate or a degree of the student
 */
public record CourseAttempt(
        String id,
        String courseId,
        String programId,
        String institutionId,
        @Nullable BigDecimal units,
        boolean completed,
        @Nullable String grade,
        LocalDate completedOn,
        boolean transferred,
        boolean shared) {

    /** Its units, 0 if it has none. */
    public BigDecimal worth() {
        return units == null ? BigDecimal.ZERO : units;
    }
}
