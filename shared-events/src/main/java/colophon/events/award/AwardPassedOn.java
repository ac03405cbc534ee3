package colophon.events.award;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** The award ended unused and the first alternate was offered another, in the same commit. */
@Stored(as = "AwardPassedOn", version = 1)
public record AwardPassedOn(
        String awardId,
        String fundId,
        String studentId,
        String toAwardId,
        String toStudentId,
        @BusinessDate LocalDate passedOn)
        implements AwardEvent {}
