package colophon.security.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Links with which people set their own password, so that nobody else knows it. Each link works
 * once, for three days. The code is in the part after {@code #}, which browsers do not send. So it
 * is in no log of ours, of a proxy, or of the next page.
 */
public final class PasswordLinks {

    /** The path of the page that a link opens. */
    public static final String PAGE = "/password";

    /** Long enough to span a weekend. */
    static final Duration LASTS = Duration.ofDays(3);

    private final URI url;
    private final Clock clock;

    /** Makes links for an installation with that public address. */
    public PasswordLinks(URI url, Clock clock) {
        this.url = url;
        this.clock = clock;
    }

    /**
     * A new link.
     *
     * @param address shown once, to the one who asked for the link
     * @param until when the link expires
     * @param kept the part to store with the account
     */
    public record NewLink(String address, Instant until, PasswordLink kept) {

        /** Omits the address, which must not get into a log. */
        @Override
        public String toString() {
            return "Link until " + until;
        }
    }

    /**
     * Makes a link for that account. It works once its {@code kept} part is stored with the
     * account.
     */
    public NewLink made(String accountId) {
        var code = accountId + "." + SecretHashes.random();
        var now = clock.instant();
        return new NewLink(
                url + PAGE + "#" + code,
                now.plus(LASTS),
                new PasswordLink(SecretHashes.digest(code), now));
    }

    /** The account that a code names. This does not check the code. */
    public static Optional<String> accountOf(String code) {
        var dot = code.lastIndexOf('.');
        return dot > 0 && code.length() <= 200
                ? Optional.of(code.substring(0, dot))
                : Optional.empty();
    }

    /** True if that code may set the password of this account now. */
    public boolean opens(UserAccount account, String code) {
        var link = account.link();
        if (link == null || account.disabled()) return false;
        // If a clock was ahead when the link was made, the link must not work until that time.
        var age = Duration.between(link.madeAt(), clock.instant()).abs();
        return age.compareTo(LASTS) < 0
                && MessageDigest.isEqual(
                        link.hash().getBytes(UTF_8), SecretHashes.digest(code).getBytes(UTF_8));
    }
}
