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
 * How passwords and secrets are kept, and the only place where they are compared. Where there is
 * none, nothing is the right one. Each comparison costs one slow hash, whether there is an account
 * of that name or not: no clock is to tell.
 */
public final class Secrets implements PasswordEncoder {

    /** In bytes: what bcrypt reads. */
    public static final int LONGEST = 72;

    /** 2 to the power of it rounds: some 50 ms, for each guess as well as for each sign-in. */
    private static final int COST = 10;

    /** Chosen by somebody, so slow to guess. */
    private static final String CHOSEN = "{bcrypt}";

    /** 256 bits at random: nothing makes these easier to guess. */
    private static final String GENERATED = "{sha256}";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder slow;

    /** Of random text, another one at each start: compared with where there is nothing to be. */
    private final String nobodys;

    /** With the usual cost. */
    public Secrets() {
        this(new BCryptPasswordEncoder(COST));
    }

    Secrets(PasswordEncoder slow) {
        this.slow = slow;
        this.nobodys = String.valueOf(slow.encode(random()));
    }

    /** The hash of what somebody has chosen. */
    @Override
    public String encode(@Nullable CharSequence chosen) {
        return CHOSEN + slow.encode(chosen);
    }

    /** A secret that nobody has chosen, and nobody guesses. */
    public static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a secret made by {@link #random()}. */
    public static String encodeGenerated(String random) {
        return GENERATED + digest(random);
    }

    /** True if this hash is one of a secret made by {@link #random()}. */
    public static boolean isGenerated(@Nullable String kept) {
        return kept != null && kept.startsWith(GENERATED);
    }

    /** True if that is the secret of this hash; false whatever is given if there is no hash. */
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

    /** The same, at once, for hashes of generated secrets; false for all others. */
    public static boolean matchesGenerated(@Nullable CharSequence given, @Nullable String kept) {
        var text = possible(given);
        var hash = kept != null && isGenerated(kept) ? kept : GENERATED;
        return MessageDigest.isEqual(encodeGenerated(text).getBytes(UTF_8), hash.getBytes(UTF_8))
                && !text.isEmpty();
    }

    /** Never: what is kept is changed by its owner only. */
    @Override
    public boolean upgradeEncoding(@Nullable String kept) {
        return false;
    }

    /** In base64url; only for what is long and random. */
    static String digest(String random) {
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
     * What may be a secret, else nothing. bcrypt reads no further than its limit, so more would be
     * right with anything at its end.
     */
    private static String possible(@Nullable CharSequence given) {
        if (given == null || given.length() > LONGEST) return "";
        var text = given.toString();
        return text.isBlank() || text.getBytes(UTF_8).length > LONGEST ? "" : text;
    }
}
