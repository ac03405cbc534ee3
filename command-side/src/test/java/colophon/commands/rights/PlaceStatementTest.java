package colophon.commands.rights;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.AMENDMENT_NOT_DENIED;
import static colophon.commands.Reason.AMENDMENT_NOT_FOUND;
import static colophon.commands.rights.RightsFacts.denied;
import static colophon.commands.rights.RightsFacts.granted;
import static colophon.commands.rights.RightsFacts.requested;
import static colophon.commands.rights.RightsFacts.stated;
import static colophon.commands.rights.RightsFacts.texts;

import org.junit.jupiter.api.Test;

class PlaceStatementTest {

    private static final PlaceStatement STATEMENT = new PlaceStatement("s-1", "m-1", "an A");

    @Test
    void who_was_denied_has_the_last_word() {
        given(Rights.STREAM, requested(), denied())
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .then(stated("an A"));
    }

    @Test
    void another_statement_takes_its_place_and_the_same_one_does_not() {
        given(Rights.STREAM, requested(), denied(), stated("a B"))
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .then(stated("an A"));
        given(Rights.STREAM, requested(), denied(), stated("an A"))
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .thenNothing();
    }

    @Test
    void there_is_no_need_of_one_where_nothing_was_denied() {
        given(Rights.STREAM, requested())
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .thenRefused(AMENDMENT_NOT_DENIED, "m-1");
        given(Rights.STREAM, requested(), granted())
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .thenRefused(AMENDMENT_NOT_DENIED, "m-1");
    }

    @Test
    void refuses_what_was_never_requested() {
        given(Rights.STREAM)
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .thenRefused(AMENDMENT_NOT_FOUND, "m-1");
    }
}
