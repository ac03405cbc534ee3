package colophon.commands.fund;

/** An award needs nothing of a fund any more. */
public record ReleaseEncumbrance(String fundId, String awardId) {}
