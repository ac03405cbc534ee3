package colophon.commands.award;

import java.util.List;

/**
 * When an award ends unused, the first of these who may have it is offered the same.
 *
 * @param studentIds best first, none twice; an empty list ranks nobody
 */
public record RankAlternates(String awardId, List<String> studentIds) {}
