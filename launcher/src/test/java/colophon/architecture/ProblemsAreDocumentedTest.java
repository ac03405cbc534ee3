package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toCollection;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every refusal links to a section that exists. */
class ProblemsAreDocumentedTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^### ([a-z-]+)$");

    @Test
    void every_reason_has_its_heading_and_every_heading_its_reason() {
        assertThat(headings()).isEqualTo(reasons());
    }

    private static TreeSet<String> headings() {
        return HEADING.matcher(House.paper("docs/problems.md"))
                .results()
                .map(heading -> heading.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static TreeSet<String> reasons() {
        return Stream.of(
                        "colophon.commands.Reason",
                        "colophon.views.reading.QueryProblem",
                        "colophon.launcher.http.HttpProblem",
                        "colophon.security.SecurityProblem")
                .flatMap(list -> Stream.of(closedList(list).getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(toCollection(TreeSet::new));
    }

    private static Class<?> closedList(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("The closed list of reasons is gone from where it was", e);
        }
    }
}
