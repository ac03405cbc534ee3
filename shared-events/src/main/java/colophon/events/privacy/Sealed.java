package colophon.events.privacy;

/**
 * A value that identifies a student, encrypted with that student's key. Destroying the key erases
 * the value in every copy of this text.
 *
 * @param text Base64 of everything {@link Seals} needs to open it again; printable, safe in JSON
 */
public record Sealed(String text) {}
