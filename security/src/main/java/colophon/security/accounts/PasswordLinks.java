package colophon.security.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Links with which people set a password themselves, so that nobody else knows it: each works once,
 * for three days. The code is behind a {@code #}, which browsers keep to themselves: it is in no
 * log of ours, of a proxy, or of the next page.
 */
public final class PasswordLinks {

    /** Where a link leads to. */
    public static final String PAGE = "/password";

    /** Over a weekend. */
    static final Duration LASTS = Duration.ofDays(3);

    private final URI url;
    private final Clock clock;

    /** For an installation that people reach at that address. */
    public PasswordLinks(URI url, Clock clock) {
        this.url = url;
        this.clock = clock;
    }

    /**
     * A new link.
     *
     * @param address to be told this once
     * @param until when it is of no use any more
     * @param kept what is kept of it
     */
    public record Made(String address, Instant until, PasswordLink kept) {

        /** Without the address: it must not get into a log. */
        @Override
        public String toString() {
            return "Link until " + until;
        }
    }

    /** A link for that account; it works when what is kept of it is kept with the account. */
    public Made made(String accountId) {
        var code = accountId + "." + Secrets.random();
        var now = clock.instant();
        return new Made(
                url + PAGE + "#" + code,
                now.plus(LASTS),
                new PasswordLink(Secrets.digest(code), now));
    }

    /** The account that a code says it is for; whether it is right is not said. */
    public static Optional<String> accountOf(String code) {
        var dot = code.lastIndexOf('.');
        return dot > 0 && code.length() <= 200
                ? Optional.of(code.substring(0, dot))
                : Optional.empty();
    }

    /** True if that code may set the password of this account now. */
    public boolean opens(Account account, String code) {
        var link = account.link();
        if (link == null || account.disabled()) return false;
        // A clock that was ahead when the link was made must not keep it open until then.
        var age = Duration.between(link.madeAt(), clock.instant()).abs();
        return age.compareTo(LASTS) < 0
                && MessageDigest.isEqual(
                        link.hash().getBytes(UTF_8), Secrets.digest(code).getBytes(UTF_8));
    }
}
