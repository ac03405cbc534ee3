package colophon.commands.award;

/** An award is given back by the student, or taken back by the program. */
public record EndAward(String awardId, boolean revoked, String reason) {}
