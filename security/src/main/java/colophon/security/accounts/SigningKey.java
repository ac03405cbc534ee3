package colophon.security.accounts;

import java.time.Instant;

/**
 * A key that signs tokens.
 *
 * @param id the key id in the header of each token
 * @param jwk the key, with its private part, as a JSON Web Key
 */
public record SigningKey(String id, Instant madeAt, String jwk) {

    /** Omits the key, which must not get into a log. */
    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
