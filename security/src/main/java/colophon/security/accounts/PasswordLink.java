package colophon.security.accounts;

import java.time.Instant;

/**
 * What is kept of the link with which somebody may set a password.
 *
 * @param hash of its code, which is kept nowhere
 * @param madeAt when it was given out
 */
public record PasswordLink(String hash, Instant madeAt) {

    /** Without the hash: it must not get into a log. */
    @Override
    public String toString() {
        return "PasswordLink of " + madeAt;
    }
}
