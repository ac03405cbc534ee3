package colophon.commands.award;

/** The student accepts an offered award. */
public record AcceptAward(String awardId) {}
