package colophon.launcher.roles;

import colophon.launcher.startup.InvalidSettingException;

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
public record ProcessRoles(Set<ProcessRole> all) {

    /** A task that a process can have. */
    public enum ProcessRole {
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
    public static ProcessRoles of(Environment settings) {
        return of(settings.getProperty("colophon.roles", ""));
    }

    /** Parses names separated by commas; throws {@link InvalidSettingException} for other words. */
    static ProcessRoles of(String names) {
        var roles = EnumSet.noneOf(ProcessRole.class);
        for (var name : names.split(",", -1)) roles.add(role(name.strip(), names));
        return new ProcessRoles(Set.copyOf(roles));
    }

    /** True if this process has that role. */
    public boolean include(ProcessRole role) {
        return all.contains(role);
    }

    @Override
    public String toString() {
        return all.stream().sorted().map(ProcessRole::word).collect(Collectors.joining(","));
    }

    private static ProcessRole role(String name, String names) {
        return Arrays.stream(ProcessRole.values())
                .filter(role -> role.word().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidSettingException(
                                        "colophon.roles is '%s'; it names some of %s, with commas"
                                                        .formatted(names, words())
                                                + " between them"));
    }

    private static List<String> words() {
        return Arrays.stream(ProcessRole.values()).map(ProcessRole::word).toList();
    }
}
