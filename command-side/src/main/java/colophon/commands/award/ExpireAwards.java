package colophon.commands.award;

/** Returns to a fund what its awards have not used by their last day. */
public record ExpireAwards(String fundId) {}
