package colophon.events.award;

import colophon.events.Stored;

import java.time.LocalDate;

/** The first alternate was offered an award in place of this one, in the same commit. */
@Stored(as = "AwardPassedOn", version = 1)
public record AwardPassedOn(
        String awardId,
        String fundId,
        String studentId,
        String toAwardId,
        String toStudentId,
        LocalDate passedOn)
        implements AwardEvent {}
