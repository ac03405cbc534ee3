package colophon.security.oidc;

import colophon.api.access.Actor;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates a provider's claims about a person into our words. */
final class ProviderClaims {

    private final ProviderSettings settings;

    ProviderClaims(ProviderSettings settings) {
        this.settings = settings;
    }

    /** The person that these claims describe; empty if they do not identify anyone. */
    Optional<Actor> person(Map<String, Object> claims) {
        if (!(claims.get("sub") instanceof String id) || id.isBlank()) return Optional.empty();
        var roles =
                words(at(claims, settings.rolesClaim()))
                        .flatMap(theirs -> settings.role(theirs).stream())
                        .collect(Collectors.toUnmodifiableSet());
        var institutions =
                words(at(claims, settings.institutionsClaim()))
                        .collect(Collectors.toUnmodifiableSet());
        var student = at(claims, settings.studentClaim()) instanceof String own ? own : null;
        return Optional.of(new Actor(id, roles, Set.copyOf(institutions), student));
    }

    private static Stream<String> words(@Nullable Object value) {
        return switch (value) {
            case Collection<?> many -> many.stream().map(Objects::toString);
            case String one when !one.isBlank() -> Stream.of(one.strip().split("[ ,]+"));
            case null, default -> Stream.empty();
        };
    }

    /**
     * Looks first for a claim with exactly this name, since some providers name claims by URLs with
     * dots.
     */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) return claims.get(path);
        var dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }
}
