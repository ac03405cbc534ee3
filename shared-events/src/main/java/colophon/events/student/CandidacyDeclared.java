package colophon.events.student;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A student declared for a certificate, under the requirement version in force that day.
 *
 * @param pathway id of the chosen pathway, or null if there is none
 */
@Stored(as = "CandidacyDeclared", version = 2)
public record CandidacyDeclared(
        String studentId,
        String certificateId,
        String programId,
        String institutionId,
        int requirementVersion,
        boolean matriculated,
        @Nullable String pathway,
        @BusinessDate LocalDate declaredOn)
        implements StudentEvent {}
