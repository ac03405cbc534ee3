package colophon.security.passkeys;

import colophon.security.accounts.Passkeys;
import colophon.security.accounts.UserAccounts;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.Set;

/**
 * The two ceremonies of WebAuthn: a device creates a passkey, and a device proves that it has one.
 * Each begins with a random challenge from us and ends with the device's signature.
 */
final class PasskeyCeremonies {

    /** In bytes, as WebAuthn limits it, so that nobody can fill our memory with longer ids. */
    private static final int LONGEST_ID = 1023;

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Webauthn4JRelyingPartyOperations operations;

    PasskeyCeremonies(
            PasskeyOrigin address, UserAccounts accounts, Passkeys passkeys, Clock clock) {
        operations =
                new Webauthn4JRelyingPartyOperations(
                        new PasskeyUsers(accounts, passkeys),
                        new PasskeyCredentials(passkeys, clock),
                        PublicKeyCredentialRpEntity.builder()
                                .id(address.host())
                                .name("Colophon")
                                .build(),
                        Set.of(address.origin()));
        // The passkey replaces both name and password. So the device must store it and must verify
        // its owner with a fingerprint, a face or a PIN.
        operations.setCustomizeCreationOptions(
                options ->
                        options.authenticatorSelection(
                                AuthenticatorSelectionCriteria.builder()
                                        .residentKey(ResidentKeyRequirement.REQUIRED)
                                        .userVerification(UserVerificationRequirement.REQUIRED)
                                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /** The options for a device that creates a passkey for the signed-in person. */
    PublicKeyCredentialCreationOptions toMake(Authentication signedIn) {
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(signedIn));
    }

    /**
     * Stores the new passkey under that label; throws {@link PasskeyRefusedException} if it is not
     * acceptable.
     */
    void made(PublicKeyCredentialCreationOptions asked, JsonNode answer, String label) {
        var credential = read(answer, AuthenticatorAttestationResponse.class);
        try {
            operations.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(credential, label)));
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /**
     * The options for a device that shows a passkey. It may use any passkey for this installation.
     */
    PublicKeyCredentialRequestOptions toShow() {
        return operations.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /**
     * Accepts the passkey that was shown; throws {@link PasskeyRefusedException} if it is not
     * acceptable.
     */
    void shown(
            PublicKeyCredentialRequestOptions asked,
            PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        try {
            operations.authenticate(new RelyingPartyAuthenticationRequest(asked, answer));
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /** Parses the answer of a device; throws {@link PasskeyRefusedException} if it is malformed. */
    PublicKeyCredential<AuthenticatorAssertionResponse> shown(byte[] body) {
        return read(tree(body), AuthenticatorAssertionResponse.class);
    }

    /** Parses JSON; throws {@link PasskeyRefusedException} if it is malformed. */
    JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (RuntimeException _) {
            throw new PasskeyRefusedException(PasskeyRefusedException.NOT_READABLE);
        }
    }

    /** The options as JSON for the browser. */
    String text(Object options) {
        return json.writeValueAsString(options);
    }

    private <R extends AuthenticatorResponse> PublicKeyCredential<R> read(
            JsonNode answer, Class<R> of) {
        try {
            var type = json.getTypeFactory().constructParametricType(PublicKeyCredential.class, of);
            PublicKeyCredential<R> read = json.treeToValue(answer, type);
            // A missing part is null despite the declared types, and the exception is caught below.
            var length = read.getRawId().getBytes().length;
            if (length > 0 && length <= LONGEST_ID) return read;
        } catch (RuntimeException _) {
            // Refused below.
        }
        throw new PasskeyRefusedException(PasskeyRefusedException.NOT_READABLE);
    }

    /** The library reports a bad answer by many exceptions, some of them accidental. */
    private static PasskeyRefusedException refused(RuntimeException e) {
        return e instanceof PasskeyRefusedException said
                ? said
                : new PasskeyRefusedException(PasskeyRefusedException.NOT_RIGHT);
    }
}
