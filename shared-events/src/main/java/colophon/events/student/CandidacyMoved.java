package colophon.events.student;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** A candidacy moved to another version of the requirement or to another pathway. */
@Stored(as = "CandidacyMoved", version = 1)
public record CandidacyMoved(
        String studentId,
        String certificateId,
        int requirementVersion,
        @Nullable String pathway,
        String reason,
        @BusinessDate LocalDate movedOn)
        implements StudentEvent {}
