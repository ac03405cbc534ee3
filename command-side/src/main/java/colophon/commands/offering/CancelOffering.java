package colophon.commands.offering;

/** The program calls a whole offering off. */
public record CancelOffering(String offeringId, String reason) {}
