package colophon.commands.imports;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.IMPORT_NOT_FOUND;
import static colophon.commands.imports.ImportFacts.FINISHED;
import static colophon.commands.imports.ImportFacts.REVERSED;
import static colophon.commands.imports.ImportFacts.REVERSING;
import static colophon.commands.imports.ImportFacts.STARTED;

import org.junit.jupiter.api.Test;

class FinishReversalTest {

    private static final FinishReversal FINISH = new FinishReversal("i-1", 9, 1);

    @Test
    void finishes_with_what_was_taken_back() {
        given(Import.STREAM, STARTED, FINISHED, REVERSING)
                .when(state -> Import.decide(FINISH, state))
                .then(REVERSED);
    }

    @Test
    void nothing_is_finished_that_is_not_at_work() {
        given(Import.STREAM, STARTED, FINISHED)
                .when(state -> Import.decide(FINISH, state))
                .thenNothing();
        given(Import.STREAM, STARTED, FINISHED, REVERSING, REVERSED)
                .when(state -> Import.decide(FINISH, state))
                .thenNothing();
    }

    @Test
    void refuses_for_what_never_was() {
        given(Import.STREAM)
                .when(state -> Import.decide(FINISH, state))
                .thenRefused(IMPORT_NOT_FOUND, "i-1");
    }
}
