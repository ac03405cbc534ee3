package colophon.commands.award;

import java.util.List;

/**
 * Ranks alternates: when an award ends unused, the first eligible one is offered the same.
 *
 * @param studentIds best first, without repetition; an empty list removes the ranking
 */
public record RankAlternates(String awardId, List<String> studentIds) {}
