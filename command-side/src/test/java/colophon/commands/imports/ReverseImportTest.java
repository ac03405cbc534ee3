package colophon.commands.imports;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_REVERSED;
import static colophon.commands.Reason.IMPORT_NOT_FOUND;
import static colophon.commands.Reason.IMPORT_RUNNING;
import static colophon.commands.Reason.NOT_REVERSIBLE;
import static colophon.commands.imports.ImportsGiven.FINISHED;
import static colophon.commands.imports.ImportsGiven.REVERSED;
import static colophon.commands.imports.ImportsGiven.REVERSING;
import static colophon.commands.imports.ImportsGiven.STARTED;
import static colophon.commands.imports.ImportsGiven.started;

import colophon.events.imports.ImportKind;

import org.junit.jupiter.api.Test;

class ReverseImportTest {

    private static final ReverseImport REVERSE =
            new ReverseImport("i-1", "wrong fund", "bursar", null, "then");

    @Test
    void takes_a_finished_import_back() {
        given(Import.SUBJECT, STARTED, FINISHED)
                .when(state -> Import.decide(REVERSE, state))
                .then(REVERSING);
    }

    @Test
    void the_same_again_goes_on_with_it_or_leaves_it_be() {
        given(Import.SUBJECT, STARTED, FINISHED, REVERSING)
                .when(state -> Import.decide(REVERSE, state))
                .thenNothing();
        given(Import.SUBJECT, STARTED, FINISHED, REVERSING, REVERSED)
                .when(state -> Import.decide(REVERSE, state))
                .thenNothing();
    }

    @Test
    void refuses_another_reason_for_what_is_taken_back_already() {
        given(Import.SUBJECT, STARTED, FINISHED, REVERSING)
                .when(
                        state ->
                                Import.decide(
                                        new ReverseImport("i-1", "no", "bursar", null, "then"),
                                        state))
                .thenRefused(ALREADY_REVERSED, "i-1", "wrong fund.");
    }

    @Test
    void refuses_while_rows_are_still_to_be_carried_out() {
        given(Import.SUBJECT, STARTED)
                .when(state -> Import.decide(REVERSE, state))
                .thenRefused(IMPORT_RUNNING, "i-1");
    }

    @Test
    void students_stay_known() {
        given(Import.SUBJECT, started(ImportKind.STUDENTS), FINISHED)
                .when(state -> Import.decide(REVERSE, state))
                .thenRefused(NOT_REVERSIBLE, "i-1");
    }

    @Test
    void refuses_to_take_back_what_never_was() {
        given(Import.SUBJECT)
                .when(state -> Import.decide(REVERSE, state))
                .thenRefused(IMPORT_NOT_FOUND, "i-1");
    }
}
