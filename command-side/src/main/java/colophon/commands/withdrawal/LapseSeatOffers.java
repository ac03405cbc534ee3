package colophon.commands.withdrawal;

/**
 * Lapses the seat offers of an offering that were not confirmed in time, and offers the seats to
 * the next students on the waitlist.
 */
public record LapseSeatOffers(String offeringId) {}
