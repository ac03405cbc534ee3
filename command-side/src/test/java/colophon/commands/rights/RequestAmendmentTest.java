package colophon.commands.rights;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.rights.RightsFacts.requested;
import static colophon.commands.rights.RightsFacts.texts;

import org.junit.jupiter.api.Test;

class RequestAmendmentTest {

    private static final RequestAmendment REQUEST =
            new RequestAmendment("s-1", "m-1", "grade C", "grade A");

    @Test
    void keeps_both_versions_sealed() {
        given(Rights.STREAM)
                .when(state -> Rights.decide(REQUEST, texts("grade C", "grade A"), state))
                .then(requested());
    }

    @Test
    void recognises_the_same_request() {
        given(Rights.STREAM, requested(), RightsFacts.denied())
                .when(state -> Rights.decide(REQUEST, texts("grade C", "grade A"), state))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_another_request() {
        given(Rights.STREAM, requested())
                .when(state -> Rights.decide(REQUEST, texts("grade C", "grade B"), state))
                .thenRefused(ID_TAKEN, "m-1");
    }
}
