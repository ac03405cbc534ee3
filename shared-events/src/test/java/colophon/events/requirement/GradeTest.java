package colophon.events.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GradeTest {

    @Test
    void the_minimum_and_better_reach_it() {
        for (var grade : new String[] {"A+", "A", "b-", " C+ ", "C"})
            assertThat(Grade.reaches(grade, "C")).as(grade).isTrue();
        for (var grade : new String[] {"C-", "C\u2212", "D", "F"})
            assertThat(Grade.reaches(grade, "C")).as(grade).isFalse();
    }

    @Test
    void a_pass_reaches_every_minimum() {
        for (var grade : new String[] {"P", "CR", "s"})
            assertThat(Grade.reaches(grade, "A+")).as(grade).isTrue();
    }

    @Test
    void what_nobody_can_compare_reaches_none() {
        for (var grade : new String[] {null, "", "NP", "NC", "W", "I", "87", "E", "A++"}) {
            assertThat(Grade.reaches(grade, "D-")).as(grade).isFalse();
            assertThat(Grade.isKnown(grade)).as(grade).isFalse();
        }
        assertThat(Grade.isKnown("F")).isTrue();
        assertThat(Grade.isKnown("cr")).isTrue();
    }

    @Test
    void a_letter_above_f_can_be_a_minimum() {
        assertThat(Grade.isMinimum("D-")).isTrue();
        assertThat(Grade.isMinimum("F")).isFalse();
        assertThat(Grade.isMinimum("P")).isFalse();
        assertThat(Grade.isMinimum("c")).isFalse();
    }
}
