package colophon.commands.rights;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.AMENDMENT_NOT_DENIED;
import static colophon.commands.Reason.AMENDMENT_NOT_FOUND;
import static colophon.commands.rights.Wishes.denied;
import static colophon.commands.rights.Wishes.granted;
import static colophon.commands.rights.Wishes.requested;
import static colophon.commands.rights.Wishes.stated;
import static colophon.commands.rights.Wishes.texts;

import org.junit.jupiter.api.Test;

class PlaceStatementTest {

    private static final PlaceStatement STATEMENT = new PlaceStatement("s-1", "m-1", "an A");

    @Test
    void who_was_denied_has_the_last_word() {
        given(Rights.SUBJECT, requested(), denied())
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .then(stated("an A"));
    }

    @Test
    void another_statement_takes_its_place_and_the_same_one_does_not() {
        given(Rights.SUBJECT, requested(), denied(), stated("a B"))
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .then(stated("an A"));
        given(Rights.SUBJECT, requested(), denied(), stated("an A"))
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .thenNothing();
    }

    @Test
    void there_is_no_need_of_one_where_nothing_was_denied() {
        given(Rights.SUBJECT, requested())
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .thenRefused(AMENDMENT_NOT_DENIED, "m-1");
        given(Rights.SUBJECT, requested(), granted())
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .thenRefused(AMENDMENT_NOT_DENIED, "m-1");
    }

    @Test
    void refuses_what_was_never_requested() {
        given(Rights.SUBJECT)
                .when(state -> Rights.decide(STATEMENT, texts("an A"), state))
                .thenRefused(AMENDMENT_NOT_FOUND, "m-1");
    }
}
