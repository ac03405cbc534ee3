package colophon.security.passkeys;

import colophon.security.accounts.Accounts;
import colophon.security.accounts.Passkeys;

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
 * WebAuthn's two ceremonies: a device makes a passkey, a device shows that it has one. Each begins
 * with what we ask, chosen at random, and ends with what the device signed.
 */
final class Ceremonies {

    /** In bytes, as WebAuthn has it: nobody fills our memory with others. */
    private static final int LONGEST_ID = 1023;

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Webauthn4JRelyingPartyOperations operations;

    Ceremonies(Address address, Accounts accounts, Passkeys passkeys, Clock clock) {
        operations =
                new Webauthn4JRelyingPartyOperations(
                        new Handles(accounts, passkeys),
                        new Kept(passkeys, clock),
                        PublicKeyCredentialRpEntity.builder()
                                .id(address.host())
                                .name("Colophon")
                                .build(),
                        Set.of(address.origin()));
        // It stands for name and password: kept on the device, and used by its owner only, who
        // shows a finger, a face or a PIN.
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

    /** What is asked of a device that is to make a passkey for whoever is signed in. */
    PublicKeyCredentialCreationOptions toMake(Authentication signedIn) {
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(signedIn));
    }

    /** Keeps the passkey that was made, under that label; throws {@link Refused} otherwise. */
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

    /** What is asked of a device that is to show a passkey: any that it has for us. */
    PublicKeyCredentialRequestOptions toShow() {
        return operations.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** Accepts the passkey that was shown; throws {@link Refused} otherwise. */
    void shown(
            PublicKeyCredentialRequestOptions asked,
            PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        try {
            operations.authenticate(new RelyingPartyAuthenticationRequest(asked, answer));
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /** A passkey that somebody shows; throws {@link Refused} if it is none. */
    PublicKeyCredential<AuthenticatorAssertionResponse> shown(byte[] body) {
        return read(tree(body), AuthenticatorAssertionResponse.class);
    }

    /** Any JSON; throws {@link Refused} if it is none. */
    JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (RuntimeException _) {
            throw new Refused(Refused.NOT_READABLE);
        }
    }

    /** As browsers read it. */
    String text(Object options) {
        return json.writeValueAsString(options);
    }

    private <R extends AuthenticatorResponse> PublicKeyCredential<R> read(
            JsonNode answer, Class<R> of) {
        try {
            var type = json.getTypeFactory().constructParametricType(PublicKeyCredential.class, of);
            PublicKeyCredential<R> read = json.treeToValue(answer, type);
            // What is missing is null, whatever the types say, and caught below.
            var length = read.getRawId().getBytes().length;
            if (length > 0 && length <= LONGEST_ID) return read;
        } catch (RuntimeException _) {
            // said below
        }
        throw new Refused(Refused.NOT_READABLE);
    }

    /** The library says what is wrong by many exceptions, some of them accidents. */
    private static Refused refused(RuntimeException e) {
        return e instanceof Refused said ? said : new Refused(Refused.NOT_RIGHT);
    }
}
