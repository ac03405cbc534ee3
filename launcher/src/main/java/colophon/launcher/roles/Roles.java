package colophon.launcher.roles;

import colophon.launcher.refused.RefusedSettingException;

import org.springframework.core.env.Environment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles of this process. Any mix of roles can be started, any number of times, on one server.
 */
public record Roles(Set<Role> all) {

    /** A task that a process can have. */
    public enum Role {
        /** Takes commands, carries out imports, and acts on deadlines. */
        COMMAND,
        /** Reads the log into the views and answers questions from them. */
        QUERY,
        /** Shows the pages. */
        WEB;

        /** The word for it in settings. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The roles that the setting {@code colophon.roles} names. */
    public static Roles of(Environment settings) {
        return of(settings.getProperty("colophon.roles", ""));
    }

    /** Parses names separated by commas; throws {@link RefusedSettingException} for other words. */
    static Roles of(String names) {
        var roles = EnumSet.noneOf(Role.class);
        for (var name : names.split(",", -1)) roles.add(role(name.strip(), names));
        return new Roles(Set.copyOf(roles));
    }

    /** True if this process has that role. */
    public boolean include(Role role) {
        return all.contains(role);
    }

    @Override
    public String toString() {
        return all.stream().sorted().map(Role::word).collect(Collectors.joining(","));
    }

    private static Role role(String name, String names) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new RefusedSettingException(
                                        "colophon.roles is '%s'; it names some of %s, with commas"
                                                        .formatted(names, words())
                                                + " between them"));
    }

    private static List<String> words() {
        return Arrays.stream(Role.values()).map(Role::word).toList();
    }
}
