package colophon.security.accounts;

import colophon.security.ClientAddress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * Makes guessing slow. After some failures the next attempt has to wait, each time twice as long;
 * that holds for a name from one address, for a name from wherever, and for an address whatever the
 * name. The last two are more patient, and do not count for a source that has come in under that
 * name before: nobody locks somebody else out. Names and addresses are kept as hashes, and so many
 * of them at most. What is measured is how long this process has run, whatever its clock says.
 */
public final class Attempts {

    /** No account has a longer name: such names are refused before anything is kept of them. */
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
    private final String start = Secrets.random();
    private final Cache<String, Failures> failures;
    private final Cache<String, Boolean> known;

    /** With nothing failed yet. */
    public Attempts(Ticker time) {
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
     * Who tries.
     *
     * @param name that is tried
     * @param address where it is tried from
     * @param mark what this browser was given when somebody came in under that name with it; null
     *     if it has none, see {@link KnownBrowsers}
     */
    public record Source(String name, String address, @Nullable String mark) {

        /** From that address; a name that no account has is none. */
        public Source {
            address = ClientAddress.bucket(address);
            if (name.length() > LONGEST_NAME) name = "";
        }
    }

    /** How long whoever tries has to wait first; zero: not at all. */
    public Duration toWait(Source source) {
        var now = time.read();
        var wait = 0L;
        for (var key : keys(source)) {
            var failed = failures.getIfPresent(key.text());
            if (failed != null) wait = Math.max(wait, failed.until() - now);
        }
        return Duration.ofNanos(wait);
    }

    /** Counts a wrong password. */
    public void failed(Source source) {
        var now = time.read();
        for (var key : keys(source))
            failures.asMap()
                    .merge(
                            key.text(),
                            new Failures(1, now),
                            (failed, _) -> after(failed.count() + 1, key.free(), now));
    }

    /** Forgets what failed before from this source, and knows it from now on. */
    public void succeeded(Source source) {
        known.put(place(source), true);
        for (var key : keys(source)) failures.invalidate(key.text());
    }

    /** How many failures are known, of whatever. */
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

    /** A source that is known answers for its own failures, and for nobody else's. */
    private List<Key> keys(Source source) {
        if (source.mark() != null)
            return List.of(new Key(hash("mark", source.name(), source.mark()), FREE));
        var place = new Key(place(source), FREE);
        return known.getIfPresent(place.text()) != null
                ? List.of(place)
                : List.of(
                        place,
                        new Key(hash("name", source.name(), ""), FREE_OF_A_NAME),
                        new Key(hash("address", "", source.address()), FREE_OF_AN_ADDRESS));
    }

    private String place(Source source) {
        return hash("place", source.name(), source.address());
    }

    private String hash(String kind, String name, String from) {
        return Secrets.digest(String.join("\n", start, kind, name, from));
    }

    private record Key(String text, int free) {}

    private record Failures(int count, long until) {}
}
