package colophon.commands.credential;

/** The revocation of a certificate was wrong. */
public record ReinstateCredential(String credentialId, String reason) {}
