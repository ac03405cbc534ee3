package colophon.commands.enrollment.api;

import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PlausibleDay;
import colophon.commands.enrollment.Enroll;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** The body of a request to enroll a student, or to apply for a seat. */
public record EnrollBody(
        @NotNull @Identifier String studentId,
        @NotNull @Identifier String offeringId,
        @Nullable @Identifier String id,
        @Nullable @PlausibleDay LocalDate effectiveOn) {

    /** The command; the id is a new one unless it is given. */
    public Enroll toCommand() {
        return new Enroll(Identifiers.given(id), studentId, offeringId, effectiveOn);
    }
}
