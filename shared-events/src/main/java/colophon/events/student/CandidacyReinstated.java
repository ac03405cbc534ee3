package colophon.events.student;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** A lapsed candidacy was reinstated. Its clock starts again on that day. */
@Stored(as = "CandidacyReinstated", version = 1)
public record CandidacyReinstated(
        String studentId, String certificateId, String reason, @BusinessDate LocalDate reinstatedOn)
        implements StudentEvent {}
