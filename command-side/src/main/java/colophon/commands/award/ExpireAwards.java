package colophon.commands.award;

/** A fund takes back what its awards have not used by their last day. */
public record ExpireAwards(String fundId) {}
