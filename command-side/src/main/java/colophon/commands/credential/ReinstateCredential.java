package colophon.commands.credential;

/** Reinstates a credential that was revoked wrongly. */
public record ReinstateCredential(String credentialId, String reason) {}
