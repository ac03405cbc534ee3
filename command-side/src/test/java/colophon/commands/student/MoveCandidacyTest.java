package colophon.commands.student;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CANDIDACY_NOT_FOUND;
import static colophon.commands.Reason.PATHWAY_UNKNOWN;
import static colophon.commands.Reason.REQUIREMENT_VERSION_NOT_FOUND;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
import static colophon.commands.student.CandidacyFacts.TODAY;
import static colophon.commands.student.CandidacyFacts.certificate;
import static colophon.commands.student.CandidacyFacts.declared;
import static colophon.commands.student.CandidacyFacts.registered;

import colophon.events.student.CandidacyMoved;
import colophon.events.student.StudentEvent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

class MoveCandidacyTest {

    @Test
    void moves_to_another_version_in_the_same_pathway() {
        given(Student.STREAM, registered(), declared())
                .when(state -> moved(state, 2, null))
                .then(event(2, "web"));
    }

    @Test
    void moves_to_another_pathway_of_the_same_version() {
        given(Student.STREAM, registered(), declared())
                .when(state -> moved(state, 1, "data"))
                .then(event(1, "data"));
    }

    @Test
    void leaves_the_pathway_behind_where_the_version_has_none() {
        given(Student.STREAM, registered(), declared())
                .when(state -> moved(state, 3, null))
                .then(event(3, null));
    }

    @Test
    void moves_back() {
        given(Student.STREAM, registered(), declared(), event(2, "data"))
                .when(state -> moved(state, 1, null))
                .then(event(1, "data"));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Student.STREAM, registered(), declared(), event(2, "data"))
                .when(state -> moved(state, 2, "data"))
                .thenNothing();
    }

    @Test
    void refuses_to_come_back_to_pathways_without_choosing_one() {
        given(Student.STREAM, registered(), declared(), event(3, null))
                .when(state -> moved(state, 1, null))
                .thenRefused(PATHWAY_UNKNOWN, "web", "data");
    }

    @Test
    void refuses_a_pathway_there_is_not() {
        given(Student.STREAM, registered(), declared())
                .when(state -> moved(state, 1, "maps"))
                .thenRefused(PATHWAY_UNKNOWN, "maps");
    }

    @Test
    void refuses_a_version_there_is_not() {
        given(Student.STREAM, registered(), declared())
                .when(state -> moved(state, 4, null))
                .thenRefused(REQUIREMENT_VERSION_NOT_FOUND, "4");
    }

    @Test
    void refuses_who_did_not_declare() {
        given(Student.STREAM, registered())
                .when(state -> moved(state, 2, null))
                .thenRefused(CANDIDACY_NOT_FOUND, "s-1", "c-1");
    }

    @Test
    void refuses_a_student_nobody_registered() {
        given(Student.STREAM)
                .when(state -> moved(state, 2, null))
                .thenRefused(STUDENT_NOT_FOUND, "s-1");
    }

    private static List<StudentEvent> moved(Student state, int version, @Nullable String pathway) {
        return Student.decide(
                new MoveCandidacy("s-1", "c-1", version, pathway, "asked for it"),
                certificate(null),
                state,
                TODAY);
    }

    private static CandidacyMoved event(int version, @Nullable String pathway) {
        return new CandidacyMoved("s-1", "c-1", version, pathway, "asked for it", TODAY);
    }
}
