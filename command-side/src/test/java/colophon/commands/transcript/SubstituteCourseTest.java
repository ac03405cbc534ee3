package colophon.commands.transcript;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENTRY_WITHDRAWN;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.transcript.TranscriptFacts.COURSE;
import static colophon.commands.transcript.TranscriptFacts.TODAY;
import static colophon.commands.transcript.TranscriptFacts.substitution;
import static colophon.commands.transcript.TranscriptFacts.withdrawn;

import colophon.events.progress.completions.Transcript;
import colophon.events.transcript.TranscriptChange;

import org.junit.jupiter.api.Test;

import java.util.List;

class SubstituteCourseTest {

    @Test
    void lets_one_course_count_as_another() {
        given(TranscriptRules.STREAM).when(state -> substitute(state, "m-9")).then(substitution());
    }

    @Test
    void recognises_a_repeated_request() {
        given(TranscriptRules.STREAM, substitution())
                .when(state -> substitute(state, "m-9"))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_another_substitution() {
        given(TranscriptRules.STREAM, substitution())
                .when(state -> substitute(state, "m-8"))
                .thenRefused(ID_TAKEN, "x-1");
    }

    @Test
    void refuses_what_was_withdrawn() {
        given(TranscriptRules.STREAM, substitution(), withdrawn())
                .when(state -> substitute(state, "m-9"))
                .thenRefused(ENTRY_WITHDRAWN, "x-1", "mistaken");
    }

    private static List<TranscriptChange> substitute(Transcript state, String by) {
        return TranscriptRules.decide(
                new SubstituteCourse("x-1", "s-1", "c-1", "m-1", by, "not offered"),
                COURSE,
                state,
                TODAY);
    }
}
