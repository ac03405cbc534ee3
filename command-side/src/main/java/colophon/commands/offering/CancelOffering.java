package colophon.commands.offering;

/** The program cancels an offering. */
public record CancelOffering(String offeringId, String reason) {}
