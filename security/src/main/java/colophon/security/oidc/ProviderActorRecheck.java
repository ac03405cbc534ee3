package colophon.security.oidc;

import static colophon.security.SecurityProblem.FORBIDDEN;

import colophon.api.access.AuthorizationRecheck;
import colophon.api.access.CurrentActor;
import colophon.security.matrix.AuthorizationMatrix;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * A provider states a person's rights in a token and is not asked between two tokens. So work that
 * began with a token may go on for a configured time, and then needs a new token.
 */
final class ProviderActorRecheck implements AuthorizationRecheck {

    private static final String UNTIL = "until ";

    private final CurrentActor currentActor;
    private final Clock clock;
    private final Duration most;

    ProviderActorRecheck(CurrentActor currentActor, Clock clock, Duration most) {
        this.currentActor = currentActor;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public void require(String route) {
        if (!AuthorizationMatrix.admits(route, currentActor.current()))
            throw FORBIDDEN.because("Your roles do not allow " + route + ".");
    }

    @Override
    public String grant() {
        return UNTIL + clock.instant().plus(most);
    }

    @Override
    public Optional<String> ended(
            String who,
            @Nullable String grant,
            String route,
            @Nullable Set<String> institutionIds) {
        var until = until(grant);
        if (until.isEmpty())
            return Optional.of("There is no record of how long " + who + " may go on.");
        return clock.instant().isAfter(until.get())
                ? Optional.of("What %s began was allowed until %s.".formatted(who, until.get()))
                : Optional.empty();
    }

    private static Optional<Instant> until(@Nullable String grant) {
        if (grant == null || !grant.startsWith(UNTIL)) return Optional.empty();
        try {
            return Optional.of(Instant.parse(grant.substring(UNTIL.length())));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
