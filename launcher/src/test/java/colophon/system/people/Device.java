package colophon.system.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A device with one passkey and the browser around it, as a server sees them. It also gives answers
 * that no real device would.
 *
 * @param origin the origin of the page that asks
 * @param verified true if it says that it has verified its owner
 */
public record Device(String host, String origin, boolean verified, KeyPair keys, String id) {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_A_KEY = 0x40;

    /** A device with a new key, for pages of that origin. */
    public static Device of(String host, String origin) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var id = new byte[16];
            new SecureRandom().nextBytes(id);
            return new Device(host, origin, true, generator.generateKeyPair(), text(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same passkey on a foreign page. */
    public Device at(String otherOrigin) {
        return new Device(host, otherOrigin, verified, keys, id);
    }

    /** The same passkey, used without a finger or PIN. */
    public Device unverified() {
        return new Device(host, origin, false, keys, id);
    }

    /** The same passkey for another host. */
    public Device of(String otherHost) {
        return new Device(otherHost, origin, verified, keys, id);
    }

    /** A passkey with this id and the key of another device. */
    public Device forged() {
        return new Device(host, origin, verified, of(host, origin).keys, id);
    }

    /** The answer with a new passkey. */
    public String made(String challenge) {
        var client = client("webauthn.create", challenge);
        var data = new ByteArrayOutputStream();
        data.writeBytes(head(WITH_A_KEY, 0));
        data.writeBytes(new byte[16]);
        var name = Base64.getUrlDecoder().decode(id);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) name.length).array());
        data.writeBytes(name);
        data.writeBytes(key());
        var attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        cbor(attestation, "fmt");
        cbor(attestation, "none");
        cbor(attestation, "attStmt");
        attestation.write(0xa0);
        cbor(attestation, "authData");
        attestation.write(0x58);
        attestation.write(data.size());
        attestation.writeBytes(data.toByteArray());
        return """
        {"id":"%1$s","rawId":"%1$s","type":"public-key","authenticatorAttachment":"platform",
         "clientExtensionResults":{"credProps":{"rk":true}},
         "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}
        """
                .formatted(id, text(client), text(attestation.toByteArray()));
    }

    /** The answer that shows the passkey, with that signature count. */
    public String shown(String challenge, int signatures) {
        try {
            var client = client("webauthn.get", challenge);
            var head = head(0, signatures);
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(head);
            signer.update(sha256(client));
            return """
            {"id":"%1$s","rawId":"%1$s","type":"public-key","authenticatorAttachment":"platform",
             "clientExtensionResults":{},
             "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s"}}
            """
                    .formatted(id, text(client), text(head), text(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] head(int more, int signatures) {
        var flags = PRESENT | (verified ? VERIFIED : 0) | more;
        return ByteBuffer.allocate(37)
                .put(sha256(host.getBytes(UTF_8)))
                .put((byte) flags)
                .putInt(signatures)
                .array();
    }

    private byte[] client(String type, String challenge) {
        return """
        {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}\
        """
                .formatted(type, challenge, origin)
                .getBytes(UTF_8);
    }

    /** A P-256 point for ES256, as COSE writes it. */
    private byte[] key() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var key = new ByteArrayOutputStream();
        key.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        key.writeBytes(coordinate(point.getAffineX().toByteArray()));
        key.writeBytes(new byte[] {0x22, 0x58, 32});
        key.writeBytes(coordinate(point.getAffineY().toByteArray()));
        return key.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        var wide = new byte[32];
        var length = Math.min(number.length, 32);
        System.arraycopy(number, number.length - length, wide, 32 - length, length);
        return wide;
    }

    private static void cbor(ByteArrayOutputStream to, String word) {
        to.write(0x60 + word.length());
        to.writeBytes(word.getBytes(UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
