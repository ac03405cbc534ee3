package colophon.commands.award;

/** The student takes an offered award. */
public record AcceptAward(String awardId) {}
