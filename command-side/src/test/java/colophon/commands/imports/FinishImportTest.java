package colophon.commands.imports;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.IMPORT_NOT_FOUND;
import static colophon.commands.imports.ImportFacts.FINISHED;
import static colophon.commands.imports.ImportFacts.STARTED;

import org.junit.jupiter.api.Test;

class FinishImportTest {

    private static final FinishImport FINISH = new FinishImport("i-1", 10, 2, 0);

    @Test
    void finishes_with_what_became_of_the_rows() {
        given(Import.STREAM, STARTED).when(state -> Import.decide(FINISH, state)).then(FINISHED);
    }

    @Test
    void a_finished_import_is_not_finished_again() {
        given(Import.STREAM, STARTED, FINISHED)
                .when(state -> Import.decide(new FinishImport("i-1", 0, 0, 12), state))
                .thenNothing();
    }

    @Test
    void refuses_to_finish_what_never_began() {
        given(Import.STREAM)
                .when(state -> Import.decide(FINISH, state))
                .thenRefused(IMPORT_NOT_FOUND, "i-1");
    }
}
