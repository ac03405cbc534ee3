package colophon.security.accounts;

import java.time.Instant;

/**
 * A key that tokens are signed with.
 *
 * @param id goes into the head of each token
 * @param jwk the key, its private part too, as a JSON Web Key
 */
public record SigningKey(String id, Instant madeAt, String jwk) {

    /** Without the key: it must not get into a log. */
    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
