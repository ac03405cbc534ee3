package colophon.commands.account;

import colophon.events.award.AwardOffered;

import org.jspecify.annotations.Nullable;

/**
 * An award is to reach the account of its student.
 *
 * @param accepted true: it pays from now on; false: it is promised
 * @param atMost how many awards of any funds of the institution the student may hold with it, or
 *     null for no limit
 */
public record HoldAward(AwardOffered award, boolean accepted, @Nullable Integer atMost) {}
