package colophon.commands.fund;

/** Releases everything a fund holds for an award. */
public record ReleaseEncumbrance(String fundId, String awardId) {}
