package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toMap;

import org.junit.jupiter.api.Test;

import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Every refusal links to a section that exists, and the table of all words is what the code says.
 */
class ProblemsAreDocumentedTest {

    private static final WrittenDocument PROBLEMS = new WrittenDocument("docs/problems.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^### ([a-z-]+)\n(\\d{3})\\. ");

    @Test
    void every_reason_has_its_section_with_its_status_and_every_section_its_reason() {
        var sections =
                SECTION.matcher(House.paper(PROBLEMS.path()))
                        .results()
                        .collect(
                                toMap(
                                        section -> section.group(1),
                                        section -> Integer.valueOf(section.group(2)),
                                        (one, _) -> one,
                                        TreeMap::new));
        assertThat(sections).isEqualTo(ProblemWords.statuses());
    }

    @Test
    void the_table_of_words_is_that_of_the_code() {
        PROBLEMS.hold(ProblemWords.table());
    }
}
