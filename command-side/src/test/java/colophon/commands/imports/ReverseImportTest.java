package colophon.commands.imports;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_REVERSED;
import static colophon.commands.Reason.IMPORT_NOT_FOUND;
import static colophon.commands.Reason.IMPORT_RUNNING;
import static colophon.commands.Reason.NOT_REVERSIBLE;
import static colophon.commands.imports.ImportFacts.FINISHED;
import static colophon.commands.imports.ImportFacts.REVERSED;
import static colophon.commands.imports.ImportFacts.REVERSING;
import static colophon.commands.imports.ImportFacts.STARTED;
import static colophon.commands.imports.ImportFacts.started;

import colophon.events.imports.ImportKind;

import org.junit.jupiter.api.Test;

class ReverseImportTest {

    private static final ReverseImport REVERSE =
            new ReverseImport("i-1", "wrong fund", "bursar", null, "then");

    @Test
    void takes_a_finished_import_back() {
        given(Import.STREAM, STARTED, FINISHED)
                .when(state -> Import.decide(REVERSE, state))
                .then(REVERSING);
    }

    @Test
    void the_same_again_goes_on_with_it_or_leaves_it_be() {
        given(Import.STREAM, STARTED, FINISHED, REVERSING)
                .when(state -> Import.decide(REVERSE, state))
                .thenNothing();
        given(Import.STREAM, STARTED, FINISHED, REVERSING, REVERSED)
                .when(state -> Import.decide(REVERSE, state))
                .thenNothing();
    }

    @Test
    void refuses_another_reason_for_what_is_taken_back_already() {
        given(Import.STREAM, STARTED, FINISHED, REVERSING)
                .when(
                        state ->
                                Import.decide(
                                        new ReverseImport("i-1", "no", "bursar", null, "then"),
                                        state))
                .thenRefused(ALREADY_REVERSED, "i-1", "wrong fund.");
    }

    @Test
    void refuses_while_rows_are_still_to_be_carried_out() {
        given(Import.STREAM, STARTED)
                .when(state -> Import.decide(REVERSE, state))
                .thenRefused(IMPORT_RUNNING, "i-1");
    }

    @Test
    void students_stay_known() {
        given(Import.STREAM, started(ImportKind.STUDENTS), FINISHED)
                .when(state -> Import.decide(REVERSE, state))
                .thenRefused(NOT_REVERSIBLE, "i-1");
    }

    @Test
    void refuses_to_take_back_what_never_was() {
        given(Import.STREAM)
                .when(state -> Import.decide(REVERSE, state))
                .thenRefused(IMPORT_NOT_FOUND, "i-1");
    }
}
