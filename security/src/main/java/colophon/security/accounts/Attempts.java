package colophon.security.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Makes guessing slow. After some failures the next attempt has to wait, each time twice as long;
 * that holds for a name from one address, for a name from wherever, and for an address whatever the
 * name. The last two are more patient: nobody should lock somebody else out with ease.
 */
public final class Attempts {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final int FREE = 5;
    private static final int FREE_OF_A_NAME = 20;
    private static final int FREE_OF_AN_ADDRESS = 50;

    private final Clock clock;
    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(FORGOTTEN_AFTER).build();

    /** With nothing failed yet. */
    public Attempts(Clock clock) {
        this.clock = clock;
    }

    /** How long whoever tries this name from this address has to wait first; zero: not at all. */
    public Duration toWait(String name, String address) {
        var now = clock.instant();
        var wait = Duration.ZERO;
        for (var key : keys(name, address)) {
            var known = failures.getIfPresent(key.text());
            if (known != null && known.until().isAfter(now)) {
                var longer = Duration.between(now, known.until());
                if (longer.compareTo(wait) > 0) wait = longer;
            }
        }
        return wait;
    }

    /** Counts a wrong password. */
    public void failed(String name, String address) {
        var now = clock.instant();
        for (var key : keys(name, address))
            failures.asMap()
                    .merge(
                            key.text(),
                            new Failures(1, now),
                            (known, _) -> after(known.count() + 1, key.free(), now));
    }

    /** Forgets what failed before under this name from this address. */
    public void succeeded(String name, String address) {
        failures.invalidate(keys(name, address).getFirst().text());
    }

    private static Failures after(int count, int free, Instant now) {
        if (count < free) return new Failures(count, now);
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(20, count - free));
        return new Failures(
                count, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
    }

    private static List<Key> keys(String name, String address) {
        return List.of(
                new Key(name + "\n" + address, FREE),
                new Key(name + "\n", FREE_OF_A_NAME),
                new Key("\n" + address, FREE_OF_AN_ADDRESS));
    }

    private record Key(String text, int free) {}

    private record Failures(int count, Instant until) {}
}
