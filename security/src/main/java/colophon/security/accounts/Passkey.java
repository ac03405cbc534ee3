package colophon.security.accounts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * What we know of a key pair that a person's device keeps. Nothing in it is secret.
 *
 * @param id the device's name for it, in base64url
 * @param accountId the account that it signs in to
 * @param label the name that its owner gave it
 * @param usedAt when it was last used to sign in; null if never
 * @param attestation the device's statement at creation, with the public key, in base64url
 * @param transports how browsers reach the device, in their words
 * @param signatures the device's signature count at the last use; 0 if it does not count
 */
public record Passkey(
        String id,
        String accountId,
        String label,
        Instant madeAt,
        @Nullable Instant usedAt,
        String attestation,
        Set<String> transports,
        long signatures) {}
