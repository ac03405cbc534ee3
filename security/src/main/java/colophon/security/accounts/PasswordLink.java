package colophon.security.accounts;

import java.time.Instant;

/**
 * The stored part of a link with which a person sets a password.
 *
 * @param hash the hash of the link's code; the code itself is not stored
 * @param madeAt when the link was made
 */
public record PasswordLink(String hash, Instant madeAt) {

    /** Omits the hash, which must not get into a log. */
    @Override
    public String toString() {
        return "PasswordLink of " + madeAt;
    }
}
