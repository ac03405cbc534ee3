package colophon.commands.enrollment.api;

import colophon.api.request.FreeText;
import colophon.api.request.PlausibleDay;
import colophon.commands.enrollment.outcome.RecordOutcome;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** The body of a request to record how an enrollment ended. */
public record OutcomeBody(
        @NotNull
                @Pattern(
                        regexp = "completed|not-completed",
                        message = "must be completed or not-completed")
                String outcome,
        @Nullable @FreeText(max = 20) String grade,
        @Nullable @PlausibleDay LocalDate completedOn) {

    /** The command for this enrollment. */
    public RecordOutcome toCommand(String enrollmentId) {
        return new RecordOutcome(enrollmentId, outcome.equals("completed"), grade, completedOn);
    }
}
