package colophon.commands.program;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.COURSE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.program.CourseListed;
import colophon.events.program.ProgramOpened;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

class ListCourseTest {

    private static final ProgramOpened PROGRAM = new ProgramOpened("rbs", "uva", "Rare books");
    private static final BigDecimal THREE = new BigDecimal("3");

    @Test
    void lists_a_course_at_the_institution_of_its_program() {
        given(Course.STREAM)
                .when(state -> Course.decide(list("Paleography", "M-20", THREE), PROGRAM, state))
                .then(listed("M-20", THREE));
    }

    @Test
    void lists_a_course_without_catalog_number_and_units() {
        given(Course.STREAM)
                .when(state -> Course.decide(list("Paleography", null, null), PROGRAM, state))
                .then(listed(null, null));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Course.STREAM, listed("M-20", THREE))
                .when(state -> Course.decide(list("Paleography", "M-20", THREE), PROGRAM, state))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_a_course_with_another_title() {
        given(Course.STREAM, listed("M-20", THREE))
                .when(state -> Course.decide(list("Codicology", "M-20", THREE), PROGRAM, state))
                .thenRefused(ID_TAKEN, "m-20");
    }

    @Test
    void refuses_the_id_of_a_course_with_other_units() {
        given(Course.STREAM, listed("M-20", THREE))
                .when(
                        state ->
                                Course.decide(
                                        list("Paleography", "M-20", BigDecimal.TWO),
                                        PROGRAM,
                                        state))
                .thenRefused(ID_TAKEN, "m-20");
    }

    @Test
    void refuses_the_id_of_a_course_of_another_program() {
        var other = new ProgramOpened("calrbs", "ucla", "Rare books");
        given(Course.STREAM, listed("M-20", THREE))
                .when(state -> Course.decide(list("Paleography", "M-20", THREE), other, state))
                .thenRefused(ID_TAKEN, "m-20");
    }

    @Test
    void is_known_from_then_on_and_not_before() {
        var listed = listed("M-20", THREE);
        assertThat(Course.require(given(Course.STREAM, listed).state(), "m-20")).isEqualTo(listed);
        given(Course.STREAM)
                .when(
                        state -> {
                            Course.require(state, "m-20");
                            return List.of();
                        })
                .thenRefused(COURSE_NOT_FOUND, "m-20");
    }

    private static ListCourse list(
            String title, @Nullable String code, @Nullable BigDecimal units) {
        return new ListCourse("m-20", "rbs", title, code, units, List.of("manuscripts"));
    }

    private static CourseListed listed(@Nullable String code, @Nullable BigDecimal units) {
        return new CourseListed(
                "m-20", "rbs", "uva", "Paleography", code, units, List.of("manuscripts"));
    }
}
