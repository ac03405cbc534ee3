package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toCollection;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address in every refusal leads somewhere. */
class ProblemsAreDocumentedTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^### ([a-z-]+)$");

    @Test
    void every_reason_has_its_heading_and_every_heading_its_reason() {
        assertThat(headings()).isEqualTo(reasons());
    }

    private static TreeSet<String> headings() {
        var refusals = House.paper("docs/problems.md").split("(?m)^## Refused by a rule$", 2)[1];
        return HEADING.matcher(refusals)
                .results()
                .map(heading -> heading.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static TreeSet<String> reasons() {
        return Stream.of(reason().getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(toCollection(TreeSet::new));
    }

    private static Class<?> reason() {
        try {
            return Class.forName("colophon.commands.Reason");
        } catch (ClassNotFoundException e) {
            throw new AssertionError("The closed list of reasons is gone from where it was", e);
        }
    }
}
