package colophon.commands.account;

import colophon.events.award.AwardOffered;

import org.jspecify.annotations.Nullable;

/**
 * Puts an award on the account of its student.
 *
 * @param accepted true if it pays from now on; false if it is only promised
 * @param atMost most awards from any funds of the institution the student may hold, or null for no
 *     limit
 */
public record PostAward(AwardOffered award, boolean accepted, @Nullable Integer atMost) {}
