package colophon.events.privacy;

/**
 * A value that identifies a person, encrypted with the key of that student. Destroying the key
 * erases the value wherever this text was copied to.
 *
 * @param text Base64 of everything the {@link Seals} need to open it again; printable, safe in JSON
 */
public record Sealed(String text) {}
