package colophon.commands.credential;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Revokes a credential.
 *
 * @param revokedOn null for today
 */
public record RevokeCredential(String credentialId, String reason, @Nullable LocalDate revokedOn) {}
