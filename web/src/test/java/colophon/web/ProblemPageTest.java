package colophon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class ProblemPageTest {

    private final ProblemPage page = new ProblemPage();

    @Test
    void shows_the_section_of_the_reason_and_no_other() {
        assertThat(page.explain("offering-full").getBody())
                .startsWith("### offering-full\n409.")
                .containsOnlyOnce("###");
    }

    @Test
    void knows_nothing_of_other_words() {
        assertThatThrownBy(() -> page.explain("offering-empty"))
                .isInstanceOf(ResponseStatusException.class);
    }
}
