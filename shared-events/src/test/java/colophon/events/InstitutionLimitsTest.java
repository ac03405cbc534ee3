package colophon.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class InstitutionLimitsTest {

    @Test
    void are_read_as_they_were_written_whatever_their_order() {
        assertThat(InstitutionLimits.text(List.of("b", "a"))).isEqualTo("a,b");
        assertThat(InstitutionLimits.read(InstitutionLimits.text(List.of("b", "a"))))
                .isEqualTo(Set.of("a", "b"));
    }

    @Test
    void none_are_none() {
        assertThat(InstitutionLimits.text(Set.of())).isEmpty();
        assertThat(InstitutionLimits.read("")).isEmpty();
        assertThat(InstitutionLimits.read(null)).isEmpty();
        assertThat(InstitutionLimits.read(7)).isEmpty();
    }

    /** A provider may send any text: one odd id must not become the ids of two institutions. */
    @Test
    void an_id_that_is_none_of_ours_is_never_read_as_another() {
        assertThat(InstitutionLimits.read(InstitutionLimits.text(List.of("a,b", "", "c"))))
                .isEqualTo(Set.of("c"));
    }
}
