package colophon.commands.award;

/** Ends an award: the student releases it or the program revokes it. */
public record EndAward(String awardId, boolean revoked, String reason) {}
