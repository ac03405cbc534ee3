package colophon.events.student;

import colophon.events.Stored;

import java.time.LocalDate;

/** A student declared for a certificate, under the requirement version in force that day. */
@Stored(as = "CandidacyDeclared", version = 1)
public record CandidacyDeclared(
        String studentId,
        String certificateId,
        String programId,
        String institutionId,
        int requirementVersion,
        boolean matriculated,
        LocalDate declaredOn)
        implements StudentEvent {}
