package colophon.commands.student;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CANDIDACY_NOT_FOUND;
import static colophon.commands.student.CandidacyFacts.TODAY;
import static colophon.commands.student.CandidacyFacts.declared;
import static colophon.commands.student.CandidacyFacts.registered;

import colophon.events.student.CandidacyReinstated;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class ReinstateCandidacyTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void reinstates_today_when_no_day_is_given() {
        given(Student.STREAM, registered(), declared())
                .when(state -> Student.decide(reinstate("back", null), state, TODAY))
                .then(reinstated("back", TODAY));
    }

    @Test
    void reinstates_on_the_day_that_is_given() {
        given(Student.STREAM, registered(), declared())
                .when(state -> Student.decide(reinstate("back", MAY), state, TODAY))
                .then(reinstated("back", MAY));
    }

    @Test
    void reinstates_again_on_another_day_or_for_another_reason() {
        given(Student.STREAM, registered(), declared(), reinstated("back", MAY))
                .when(state -> Student.decide(reinstate("back", TODAY), state, TODAY))
                .then(reinstated("back", TODAY));
        given(Student.STREAM, registered(), declared(), reinstated("back", MAY))
                .when(state -> Student.decide(reinstate("again", null), state, TODAY))
                .then(reinstated("again", TODAY));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Student.STREAM, registered(), declared(), reinstated("back", MAY))
                .when(state -> Student.decide(reinstate("back", null), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_who_did_not_declare() {
        given(Student.STREAM, registered())
                .when(state -> Student.decide(reinstate("back", null), state, TODAY))
                .thenRefused(CANDIDACY_NOT_FOUND, "s-1", "c-1");
    }

    private static ReinstateCandidacy reinstate(String reason, @Nullable LocalDate on) {
        return new ReinstateCandidacy("s-1", "c-1", reason, on);
    }

    private static CandidacyReinstated reinstated(String reason, LocalDate on) {
        return new CandidacyReinstated("s-1", "c-1", reason, on);
    }
}
