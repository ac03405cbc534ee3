package colophon.commands.imports;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.imports.ImportFacts.FINISHED;
import static colophon.commands.imports.ImportFacts.REVERSED;
import static colophon.commands.imports.ImportFacts.REVERSING;
import static colophon.commands.imports.ImportFacts.STARTED;

import colophon.events.imports.ImportKind;

import org.junit.jupiter.api.Test;

class StartImportTest {

    @Test
    void starts_an_import_of_what_the_file_has() {
        given(Import.STREAM)
                .when(state -> Import.decide(start(ImportKind.AWARDS, "d1"), state))
                .then(STARTED);
    }

    @Test
    void the_same_file_again_is_the_same_import_wherever_it_is() {
        given(Import.STREAM, STARTED)
                .when(state -> Import.decide(start(ImportKind.AWARDS, "d1"), state))
                .thenNothing();
        given(Import.STREAM, STARTED, FINISHED)
                .when(state -> Import.decide(start(ImportKind.AWARDS, "d1"), state))
                .thenNothing();
        given(Import.STREAM, STARTED, FINISHED, REVERSING, REVERSED)
                .when(state -> Import.decide(start(ImportKind.AWARDS, "d1"), state))
                .thenNothing();
    }

    @Test
    void refuses_another_file_under_the_same_id() {
        given(Import.STREAM, STARTED)
                .when(state -> Import.decide(start(ImportKind.AWARDS, "d2"), state))
                .thenRefused(ID_TAKEN, "i-1");
    }

    @Test
    void refuses_the_same_file_as_another_kind_under_the_same_id() {
        given(Import.STREAM, STARTED)
                .when(state -> Import.decide(start(ImportKind.PAYMENTS, "d1"), state))
                .thenRefused(ID_TAKEN, "i-1");
    }

    private static StartImport start(ImportKind kind, String digest) {
        return new StartImport("i-1", kind, digest, 12, 13, "registrar", null, "now");
    }
}
