package colophon.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** At DEBUG, Spring logs the toString of everything that it reads and answers. */
@Tag("io")
class SecretsAreNotPrintedTest {

    /** The names of components that hold a secret. */
    private static final Pattern OPENS =
            Pattern.compile(
                    "(?i).*(secret|password|token|jwk|hash|code|challenge|mark|link|address\\(link\\)).*");

    private static final Set<String> OPENS_NOTHING =
            Set.of("UserAccount.link", "AccountAnswer.passwordLinkUntil", "Failures.until");

    @Test
    void byNoRecordOfThisModule() throws Exception {
        var seen = new ArrayList<String>();
        for (var type : records())
            for (var component : type.getRecordComponents()) {
                var name = type.getSimpleName() + "." + component.getName();
                var opens =
                        OPENS.matcher(component.getName()).matches()
                                || name.equals("NewLink.address");
                if (!opens || component.getType() != String.class || OPENS_NOTHING.contains(name))
                    continue;
                seen.add(name);
                assertThat(printed(type, component)).as(name).doesNotContain("opens-it");
            }
        assertThat(seen)
                .contains(
                        "UserAccount.secret",
                        "AccountBody.secret",
                        "SecretBody.secret",
                        "AccountAnswer.secret",
                        "AccountAnswer.passwordLink",
                        "PasswordLink.hash",
                        "NewLink.address",
                        "SigningKey.jwk",
                        "SignInOrigin.mark",
                        "AttemptSource.mark",
                        "ProviderSettings.clientSecret");
    }

    private static String printed(Class<?> type, RecordComponent secret) throws Exception {
        var parts = type.getRecordComponents();
        var values = new @Nullable Object[parts.length];
        for (var n = 0; n < parts.length; n++)
            values[n] = parts[n].equals(secret) ? "opens-it" : some(parts[n].getType());
        var make =
                type.getDeclaredConstructor(
                        Arrays.stream(parts)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
        make.setAccessible(true);
        try {
            return make.newInstance(values).toString();
        } catch (InvocationTargetException e) {
            throw new AssertionError(type + " cannot be made", e);
        }
    }

    private static @Nullable Object some(Class<?> type) {
        if (type == String.class) return "x";
        if (type == boolean.class) return false;
        if (type == long.class) return 1L;
        if (type == int.class) return 1;
        if (type == Instant.class) return Instant.EPOCH;
        if (type == Set.class) return Set.of();
        if (type == List.class) return List.of();
        if (type == Map.class) return Map.of();
        if (type.isEnum()) return type.getEnumConstants()[0];
        return null;
    }

    private static List<Class<?>> records() throws IOException, URISyntaxException {
        var at =
                Path.of(
                        Objects.requireNonNull(
                                        ClientAddress.class.getResource("ClientAddress.class"))
                                .toURI());
        var root = Objects.requireNonNull(at.getParent());
        var records = new ArrayList<Class<?>>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
                var name =
                        "colophon.security."
                                + root.relativize(file)
                                        .toString()
                                        .replace('/', '.')
                                        .replaceAll("\\.class$", "");
                try {
                    var type = Class.forName(name, false, ClientAddress.class.getClassLoader());
                    if (type.isRecord()) records.add(type);
                } catch (ClassNotFoundException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return records;
    }
}
