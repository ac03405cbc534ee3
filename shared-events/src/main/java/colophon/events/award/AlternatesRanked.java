package colophon.events.award;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;
import java.util.List;

/**
 * When this award ends unused, the first of these students is offered one of the same amount.
 *
 * @param studentIds best first; replaces any earlier list
 */
@Stored(as = "AlternatesRanked", version = 1)
public record AlternatesRanked(
        String awardId,
        String fundId,
        String studentId,
        List<String> studentIds,
        @BusinessDate LocalDate rankedOn)
        implements AwardEvent {}
