package colophon.commands.transcript;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENTRY_WITHDRAWN;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.transcript.TranscriptFacts.COURSE;
import static colophon.commands.transcript.TranscriptFacts.MAY;
import static colophon.commands.transcript.TranscriptFacts.THREE;
import static colophon.commands.transcript.TranscriptFacts.TODAY;
import static colophon.commands.transcript.TranscriptFacts.credit;
import static colophon.commands.transcript.TranscriptFacts.waiver;
import static colophon.commands.transcript.TranscriptFacts.withdrawn;

import colophon.events.progress.completions.Transcript;
import colophon.events.transcript.TranscriptChange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

class TransferCreditTest {

    private static final BigDecimal TWO = new BigDecimal("2");

    @Test
    void counts_as_the_course_and_is_worth_what_the_course_is() {
        given(TranscriptRules.STREAM)
                .when(state -> transfer(state, null, MAY, "North"))
                .then(credit(THREE, MAY));
    }

    @Test
    void is_worth_what_is_given_and_of_today_when_no_day_is() {
        given(TranscriptRules.STREAM)
                .when(state -> transfer(state, TWO, null, "North"))
                .then(credit(TWO, TODAY));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day_however_the_units_are_written() {
        given(TranscriptRules.STREAM, credit(TWO, MAY))
                .when(state -> transfer(state, new BigDecimal("2.00"), null, "North"))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_another_credit() {
        given(TranscriptRules.STREAM, credit(THREE, MAY))
                .when(state -> transfer(state, null, MAY, "South"))
                .thenRefused(ID_TAKEN, "x-1");
        given(TranscriptRules.STREAM, credit(THREE, MAY))
                .when(state -> transfer(state, null, TODAY, "North"))
                .thenRefused(ID_TAKEN, "x-1");
        given(TranscriptRules.STREAM, credit(THREE, MAY))
                .when(state -> transfer(state, TWO, MAY, "North"))
                .thenRefused(ID_TAKEN, "x-1");
    }

    @Test
    void refuses_the_id_of_a_waiver() {
        given(TranscriptRules.STREAM, waiver(null))
                .when(state -> transfer(state, null, MAY, "North"))
                .thenRefused(ID_TAKEN, "x-1");
    }

    @Test
    void refuses_what_was_withdrawn() {
        given(TranscriptRules.STREAM, credit(THREE, MAY), withdrawn())
                .when(state -> transfer(state, null, MAY, "North"))
                .thenRefused(ENTRY_WITHDRAWN, "x-1", "mistaken");
    }

    private static List<TranscriptChange> transfer(
            Transcript state, @Nullable BigDecimal units, @Nullable LocalDate on, String source) {
        return TranscriptRules.decide(
                new TransferCredit("x-1", "s-1", "m-1", units, "A", on, source, "same syllabus"),
                COURSE,
                state,
                TODAY);
    }
}
