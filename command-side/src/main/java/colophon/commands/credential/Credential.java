package colophon.commands.credential;

import static colophon.commands.Reason.CREDENTIAL_ENDED;
import static colophon.commands.Reason.CREDENTIAL_NOT_FOUND;
import static colophon.commands.Reason.NOT_REVOKED;

import static java.util.Objects.requireNonNullElse;

import colophon.commands.Refusal;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialEvent;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialState;
import colophon.events.credential.CredentialSuperseded;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** The rules of a credential: a certificate that a student holds. */
public sealed interface Credential {

    /** How credentials are loaded. */
    StreamType<Credential, CredentialEvent> STREAM =
            new StreamType<>("credential", new Unknown(), Credential::evolve, CREDENTIAL_NOT_FOUND);

    /** The credential does not exist. */
    record Unknown() implements Credential {}

    /**
     * The credential is valid. {@code reinstated} is the reason of the last reinstatement, or null.
     */
    record Valid(CertificateConferred as, @Nullable String reinstated) implements Credential {}

    /** The credential was revoked. */
    record Revoked(CertificateConferred as, String reason) implements Credential {}

    /** Another credential replaced it. */
    record Superseded(CertificateConferred as, String by) implements Credential {}

    /** Revokes it. Returns an empty list if it was revoked already for the same reason. */
    static List<CredentialEvent> decide(
            RevokeCredential command, Credential credential, LocalDate today) {
        var as = require(credential, command.credentialId());
        if (credential instanceof Revoked before && before.reason().equals(command.reason()))
            return List.of();
        if (!(credential instanceof Valid)) throw ended(credential, command.credentialId());
        return List.of(
                revoked(
                        as,
                        true,
                        command.reason(),
                        requireNonNullElse(command.revokedOn(), today)));
    }

    /** Reinstates it. Returns an empty list if it was reinstated already for the same reason. */
    static List<CredentialEvent> decide(
            ReinstateCredential command, Credential credential, LocalDate today) {
        var as = require(credential, command.credentialId());
        if (credential instanceof Valid before && command.reason().equals(before.reinstated()))
            return List.of();
        if (credential instanceof Valid)
            throw new Refusal(NOT_REVOKED, "Credential " + command.credentialId() + " is valid.");
        if (credential instanceof Superseded) throw ended(credential, command.credentialId());
        return List.of(
                new CredentialReinstated(
                        as.credentialId(),
                        as.studentId(),
                        as.certificateId(),
                        command.reason(),
                        today));
    }

    /** The state after one more event. */
    static Credential evolve(Credential credential, CredentialEvent event) {
        return switch (event) {
            case CertificateConferred e -> new Valid(e, null);
            case CredentialRevoked e -> new Revoked(require(credential, e), e.reason());
            case CredentialReinstated e -> new Valid(require(credential, e), e.reason());
            case CredentialSuperseded e -> new Superseded(require(credential, e), e.supersededBy());
        };
    }

    /** The event that conferred it. Refused if it does not exist. */
    static CertificateConferred require(Credential credential, String id) {
        return switch (credential) {
            case Valid valid -> valid.as();
            case Revoked revoked -> revoked.as();
            case Superseded superseded -> superseded.as();
            case Unknown _ -> throw STREAM.notFound(id);
        };
    }

    /** The same of the stream with this id. */
    static CertificateConferred require(States states, String id) {
        return require(states.read(STREAM.stream(id)), id);
    }

    /** Whether it still stands. */
    static CredentialState status(Credential credential) {
        return switch (credential) {
            case Revoked _ -> CredentialState.REVOKED;
            case Superseded _ -> CredentialState.SUPERSEDED;
            case Valid _, Unknown _ -> CredentialState.VALID;
        };
    }

    /** The event that revokes it. */
    static CredentialRevoked revoked(
            CertificateConferred as, boolean barred, String reason, LocalDate on) {
        return new CredentialRevoked(
                as.credentialId(), as.studentId(), as.certificateId(), barred, reason, on);
    }

    private static CertificateConferred require(Credential credential, CredentialEvent event) {
        return require(credential, event.credentialId());
    }

    private static Refusal ended(Credential credential, String id) {
        return new Refusal(
                CREDENTIAL_ENDED,
                credential instanceof Superseded superseded
                        ? "Credential " + id + " was replaced by " + superseded.by() + "."
                        : "Credential " + id + " was revoked for another reason.");
    }
}
