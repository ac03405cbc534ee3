package colophon.commands.leaving;

/** The seats of an offering that were not confirmed in time are to go to whoever is next. */
public record LapseOffers(String offeringId) {}
