package colophon.commands.imports;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.IMPORT_CANCELLED;
import static colophon.commands.Reason.IMPORT_NOT_FOUND;
import static colophon.commands.Reason.IMPORT_OVER;
import static colophon.commands.Reason.IMPORT_RUNNING;
import static colophon.commands.imports.ImportFacts.CANCELLED;
import static colophon.commands.imports.ImportFacts.CANCELLING;
import static colophon.commands.imports.ImportFacts.FINISHED;
import static colophon.commands.imports.ImportFacts.REVERSED;
import static colophon.commands.imports.ImportFacts.REVERSING;
import static colophon.commands.imports.ImportFacts.STARTED;

import colophon.events.imports.ImportKind;

import org.junit.jupiter.api.Test;

class CancelImportTest {

    private static final CancelImport CANCEL = new CancelImport("i-1", "wrong file", "registrar");

    private static final FinishCancellation FINISH = new FinishCancellation("i-1", 4, 1, 0);

    @Test
    void cancels_what_runs() {
        given(Import.STREAM, STARTED).when(state -> Import.decide(CANCEL, state)).then(CANCELLING);
    }

    @Test
    void cancels_a_reversal_that_runs() {
        given(Import.STREAM, STARTED, FINISHED, REVERSING)
                .when(state -> Import.decide(CANCEL, state))
                .then(CANCELLING);
    }

    @Test
    void twice_is_once_before_and_after_it_has_ended() {
        given(Import.STREAM, STARTED, CANCELLING)
                .when(state -> Import.decide(CANCEL, state))
                .thenNothing();
        given(Import.STREAM, STARTED, CANCELLING, CANCELLED)
                .when(state -> Import.decide(CANCEL, state))
                .thenNothing();
        given(Import.STREAM, STARTED, FINISHED, REVERSING, CANCELLING, CANCELLED)
                .when(state -> Import.decide(CANCEL, state))
                .thenNothing();
    }

    @Test
    void refuses_what_is_over() {
        given(Import.STREAM, STARTED, FINISHED)
                .when(state -> Import.decide(CANCEL, state))
                .thenRefused(IMPORT_OVER, "i-1");
        given(Import.STREAM, STARTED, FINISHED, REVERSING, REVERSED)
                .when(state -> Import.decide(CANCEL, state))
                .thenRefused(IMPORT_OVER, "i-1");
    }

    @Test
    void refuses_what_never_was() {
        given(Import.STREAM)
                .when(state -> Import.decide(CANCEL, state))
                .thenRefused(IMPORT_NOT_FOUND, "i-1");
    }

    @Test
    void ends_once_and_only_if_somebody_asked() {
        given(Import.STREAM, STARTED, CANCELLING)
                .when(state -> Import.decide(FINISH, state))
                .then(CANCELLED);
        given(Import.STREAM, STARTED, CANCELLING, CANCELLED)
                .when(state -> Import.decide(FINISH, state))
                .thenNothing();
        given(Import.STREAM, STARTED).when(state -> Import.decide(FINISH, state)).thenNothing();
    }

    @Test
    void the_last_row_may_come_before_the_end() {
        given(Import.STREAM, STARTED, CANCELLING)
                .when(state -> Import.decide(new FinishImport("i-1", 10, 2, 0), state))
                .then(FINISHED);
        given(Import.STREAM, STARTED, CANCELLING, FINISHED)
                .when(state -> Import.decide(FINISH, state))
                .thenNothing();
    }

    @Test
    void the_same_file_again_does_not_go_on_with_it() {
        given(Import.STREAM, STARTED, CANCELLING, CANCELLED)
                .when(
                        state ->
                                Import.decide(
                                        new StartImport(
                                                "i-1",
                                                ImportKind.AWARDS,
                                                "d1",
                                                12,
                                                13,
                                                "registrar",
                                                null,
                                                "now"),
                                        state))
                .thenRefused(IMPORT_CANCELLED, "i-1", "wrong file", "another id");
    }

    @Test
    void what_a_cancelled_import_did_is_taken_back_when_it_has_ended() {
        var reverse = new ReverseImport("i-1", "wrong fund", "bursar", null, "then");
        given(Import.STREAM, STARTED, CANCELLING, CANCELLED)
                .when(state -> Import.decide(reverse, state))
                .then(REVERSING);
        given(Import.STREAM, STARTED, CANCELLING)
                .when(state -> Import.decide(reverse, state))
                .thenRefused(IMPORT_RUNNING, "i-1");
    }

    @Test
    void after_a_cancelled_reversal_there_can_be_another() {
        var reverse = new ReverseImport("i-1", "wrong fund", "bursar", null, "then");
        given(Import.STREAM, STARTED, FINISHED, REVERSING, CANCELLING, CANCELLED)
                .when(state -> Import.decide(reverse, state))
                .then(REVERSING);
        given(Import.STREAM, STARTED, FINISHED, REVERSING, CANCELLING)
                .when(state -> Import.decide(reverse, state))
                .thenRefused(IMPORT_RUNNING, "i-1");
    }
}
