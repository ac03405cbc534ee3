package colophon.events.student;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** A candidacy falls under another version of the requirement, or another pathway, from now on. */
@Stored(as = "CandidacyMoved", version = 1)
public record CandidacyMoved(
        String studentId,
        String certificateId,
        int requirementVersion,
        @Nullable String pathway,
        String reason,
        LocalDate movedOn)
        implements StudentEvent {}
