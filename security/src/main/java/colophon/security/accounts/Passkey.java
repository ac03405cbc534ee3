package colophon.security.accounts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * A key pair that a device of somebody keeps, as far as we know it: nothing of it is secret.
 *
 * @param id what the device calls it, in base64url
 * @param accountId whom it lets in
 * @param label what its owner calls it
 * @param usedAt when somebody last came in with it; null if never
 * @param attestation what the device said when it made it, with the public key, in base64url
 * @param transports how browsers reach the device, in their words
 * @param signatures how often the device had signed when it was last used; 0 if it does not count
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
