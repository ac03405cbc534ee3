package colophon.events;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The institutions an account was limited to when it acted. The log keeps them with the event, so a
 * later change of the account does not change them.
 */
public final class InstitutionLimits {

    /** The key of the ids in the metadata of commands and events. */
    public static final String KEY = "institutions";

    private static final String BETWEEN = ",";

    private InstitutionLimits() {}

    /** The ids as one text. An id with a comma is none of ours and is left out. */
    public static String text(Collection<String> institutionIds) {
        return institutionIds.stream()
                .filter(id -> !id.isEmpty() && !id.contains(BETWEEN))
                .sorted()
                .collect(Collectors.joining(BETWEEN));
    }

    /** The ids in such a text; empty if there is no text, which means no limit. */
    public static Set<String> read(@Nullable Object text) {
        return text instanceof String some && !some.isEmpty()
                ? Arrays.stream(some.split(BETWEEN)).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
