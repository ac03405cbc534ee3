package colophon.security.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Stores passwords and secrets as hashes, and is the only place that compares them. Without a
 * stored hash, no secret is accepted. Each comparison costs one slow hash, whether the account
 * exists or not, so that timing reveals nothing.
 */
public final class SecretHashes implements PasswordEncoder {

    /** In bytes, as bcrypt reads no more. */
    public static final int LONGEST = 72;

    /** 2 to this power rounds: about 50 ms for each sign-in and each guess. */
    private static final int COST = 10;

    /** Chosen by a person, so the hash is slow. */
    private static final String CHOSEN = "{bcrypt}";

    /** 256 random bits, which nobody can guess, so the hash is fast. */
    private static final String GENERATED = "{sha256}";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder slow;

    /**
     * A hash of random text, new at each start. Used for the comparison when an account has no
     * secret.
     */
    private final String nobodys;

    /** Uses the usual cost. */
    public SecretHashes() {
        this(new BCryptPasswordEncoder(COST));
    }

    SecretHashes(PasswordEncoder slow) {
        this.slow = slow;
        this.nobodys = String.valueOf(slow.encode(random()));
    }

    /** The hash of a secret that a person has chosen. */
    @Override
    public String encode(@Nullable CharSequence chosen) {
        return CHOSEN + slow.encode(chosen);
    }

    /** A random secret that nobody can guess. */
    public static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a secret made by {@link #random()}. */
    public static String encodeGenerated(String random) {
        return GENERATED + digest(random);
    }

    /** True if this is the hash of a secret made by {@link #random()}. */
    public static boolean isGenerated(@Nullable String kept) {
        return kept != null && kept.startsWith(GENERATED);
    }

    /** True if the secret has this hash; always false if there is no hash. */
    @Override
    public boolean matches(@Nullable CharSequence given, @Nullable String kept) {
        var text = possible(given);
        var hash = kept == null ? "" : kept;
        var isChosen = hash.startsWith(CHOSEN);
        var right =
                slow.matches(
                        text.isEmpty() ? "-" : text,
                        isChosen ? hash.substring(CHOSEN.length()) : nobodys);
        var isRandom = matchesGenerated(text, hash);
        return !text.isEmpty() && (isChosen ? right : isRandom);
    }

    /** The same without the slow hash, for generated secrets; false for all other hashes. */
    public static boolean matchesGenerated(@Nullable CharSequence given, @Nullable String kept) {
        var text = possible(given);
        var hash = kept != null && isGenerated(kept) ? kept : GENERATED;
        return MessageDigest.isEqual(encodeGenerated(text).getBytes(UTF_8), hash.getBytes(UTF_8))
                && !text.isEmpty();
    }

    /** Always false: only the owner changes a stored secret. */
    @Override
    public boolean upgradeEncoding(@Nullable String kept) {
        return false;
    }

    /** SHA-256 in base64url; protects a secret only if it is a long random text. */
    public static String digest(String random) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(random.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The text if it can be a secret, else an empty text. bcrypt ignores everything after its
     * limit, so a longer text would be accepted with any ending.
     */
    private static String possible(@Nullable CharSequence given) {
        if (given == null || given.length() > LONGEST) return "";
        var text = given.toString();
        return text.isBlank() || text.getBytes(UTF_8).length > LONGEST ? "" : text;
    }
}
