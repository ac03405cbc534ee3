package colophon.storage.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.events.privacy.Sealed;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of 32 bytes, and two keys derived from it: one encrypts, one makes fingerprints. They
 * are derived on first use, because there are as many secrets as students at the start.
 */
final class SealKey {

    /** The length of a secret in bytes. */
    static final int LENGTH = 32;

    private static final int NONCE = 12;

    private final SecretKeySpec root;
    private volatile @Nullable SecretKeySpec sealing;
    private volatile @Nullable SecretKeySpec marking;

    SealKey(byte[] secret) {
        root = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** Encrypts with a fresh nonce. The student's id is authenticated, too. */
    Sealed seal(String studentId, String value, SecureRandom random) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, studentId);
            var text = cipher.doFinal(value.getBytes(UTF_8));
            var all = Arrays.copyOf(nonce, NONCE + text.length);
            System.arraycopy(text, 0, all, NONCE, text.length);
            return new Sealed(Base64.getEncoder().encodeToString(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /**
     * Decrypts; null if the value was changed, or was not sealed with this key for this student.
     */
    @Nullable String open(String studentId, Sealed sealed) {
        try {
            var all = Base64.getDecoder().decode(sealed.text());
            if (all.length < NONCE) return null;
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), studentId);
            return new String(cipher.doFinal(all, NONCE, all.length - NONCE), UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException _) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    String fingerprint(String value) {
        return Base64.getEncoder().encodeToString(digest(value.getBytes(UTF_8)));
    }

    byte[] digest(byte[] value) {
        return mac(marking(), value);
    }

    private SecretKeySpec sealing() {
        var key = sealing;
        if (key == null)
            sealing = key = new SecretKeySpec(mac(root, "seal".getBytes(UTF_8)), "AES");
        return key;
    }

    private SecretKeySpec marking() {
        var key = marking;
        if (key == null)
            marking =
                    key = new SecretKeySpec(mac(root, "fingerprint".getBytes(UTF_8)), "HmacSHA256");
        return key;
    }

    private Cipher cipher(int mode, byte[] nonce, String studentId)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing(), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(studentId.getBytes(UTF_8));
        return cipher;
    }

    private static byte[] mac(SecretKeySpec key, byte[] value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
