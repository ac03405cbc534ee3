package colophon.security.attempts;

import colophon.security.ClientAddress;
import colophon.security.accounts.SecretHashes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * Slows guessing down. After some failures the next attempt has to wait, each time twice as long.
 * Failures are counted per name and address, per name, and per address. The last two counts allow
 * more failures. They do not apply to a source that has already signed in under that name, so that
 * nobody can lock another person out. Names and addresses are kept only as hashes, and their number
 * is limited. Time is the running time of this process, so a clock change has no effect.
 */
public final class SignInAttempts {

    /**
     * The longest name of an account. A longer name is refused before anything about it is kept.
     */
    public static final int LONGEST_NAME = 100;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    private static final int MOST = 100_000;

    private static final int FREE = 5;
    private static final int FREE_OF_A_NAME = 20;
    private static final int FREE_OF_AN_ADDRESS = 50;

    private final Ticker time;
    private final String start = SecretHashes.random();
    private final Cache<String, Failures> failures;
    private final Cache<String, Boolean> known;

    /** Starts without any failures. */
    public SignInAttempts(Ticker time) {
        this.time = time;
        this.failures =
                Caffeine.newBuilder()
                        .ticker(time)
                        .maximumSize(MOST)
                        .expireAfterWrite(FORGOTTEN_AFTER)
                        .build();
        this.known =
                Caffeine.newBuilder()
                        .ticker(time)
                        .maximumSize(MOST)
                        .expireAfterAccess(KNOWN_FOR)
                        .build();
    }

    /**
     * Where an attempt comes from.
     *
     * @param name the name that is tried
     * @param address the address of the client
     * @param mark the mark that this browser got when somebody signed in under that name; null if
     *     it has none, see {@link KnownBrowsers}
     */
    public record AttemptSource(String name, String address, @Nullable String mark) {

        /** Makes an overlong name empty, since no account has it. */
        public AttemptSource {
            address = ClientAddress.bucket(address);
            if (name.length() > LONGEST_NAME) name = "";
        }
    }

    /** How long this source has to wait before its next attempt; zero if it need not wait. */
    public Duration toWait(AttemptSource source) {
        var now = time.read();
        var wait = 0L;
        for (var key : keys(source)) {
            var failed = failures.getIfPresent(key.text());
            if (failed != null) wait = Math.max(wait, failed.until() - now);
        }
        return Duration.ofNanos(wait);
    }

    /** Counts a wrong password. */
    public void failed(AttemptSource source) {
        var now = time.read();
        for (var key : keys(source))
            failures.asMap()
                    .merge(
                            key.text(),
                            new Failures(1, now),
                            (failed, _) -> after(failed.count() + 1, key.free(), now));
    }

    /** Clears the failures of this source and remembers it as known. */
    public void succeeded(AttemptSource source) {
        known.put(place(source), true);
        for (var key : keys(source)) failures.invalidate(key.text());
    }

    /** The number of failure counts that are kept. */
    long size() {
        failures.cleanUp();
        return failures.estimatedSize();
    }

    private static Failures after(int count, int free, long now) {
        if (count < free) return new Failures(count, now);
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(20, count - free));
        if (wait.compareTo(LONGEST_WAIT) > 0) wait = LONGEST_WAIT;
        return new Failures(count, now + wait.toNanos());
    }

    /** A known source is counted only for its own failures. */
    private List<AttemptKey> keys(AttemptSource source) {
        if (source.mark() != null)
            return List.of(new AttemptKey(hash("mark", source.name(), source.mark()), FREE));
        var place = new AttemptKey(place(source), FREE);
        return known.getIfPresent(place.text()) != null
                ? List.of(place)
                : List.of(
                        place,
                        new AttemptKey(hash("name", source.name(), ""), FREE_OF_A_NAME),
                        new AttemptKey(hash("address", "", source.address()), FREE_OF_AN_ADDRESS));
    }

    private String place(AttemptSource source) {
        return hash("place", source.name(), source.address());
    }

    private String hash(String kind, String name, String from) {
        return SecretHashes.digest(String.join("\n", start, kind, name, from));
    }

    private record AttemptKey(String text, int free) {}

    private record Failures(int count, long until) {}
}
