package colophon.commands.rights;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.AMENDMENT_DECIDED;
import static colophon.commands.Reason.AMENDMENT_NOT_FOUND;
import static colophon.commands.Reason.CORRECTIONS_DO_NOT_FIT;
import static colophon.commands.rights.RightsFacts.denied;
import static colophon.commands.rights.RightsFacts.granted;
import static colophon.commands.rights.RightsFacts.requested;
import static colophon.commands.rights.RightsFacts.texts;

import org.junit.jupiter.api.Test;

import java.util.List;

class DecideAmendmentTest {

    @Test
    void a_granted_request_names_what_corrected_the_record() {
        given(Rights.STREAM, requested())
                .when(state -> Rights.decide(grant(17L), texts("so it was"), state))
                .then(granted());
    }

    @Test
    void a_denied_request_leaves_the_record() {
        given(Rights.STREAM, requested())
                .when(state -> Rights.decide(deny(), texts("no"), state))
                .then(denied());
    }

    @Test
    void recognises_the_same_decision() {
        given(Rights.STREAM, requested(), granted())
                .when(state -> Rights.decide(grant(17L), texts("so it was"), state))
                .thenNothing();
        given(Rights.STREAM, requested(), denied(), RightsFacts.stated("it was an A"))
                .when(state -> Rights.decide(deny(), texts("no"), state))
                .thenNothing();
    }

    @Test
    void refuses_another_decision_than_the_first() {
        given(Rights.STREAM, requested(), granted())
                .when(state -> Rights.decide(deny(), texts("no"), state))
                .thenRefused(AMENDMENT_DECIDED, "m-1", "granted");
        given(Rights.STREAM, requested(), denied())
                .when(state -> Rights.decide(deny(), texts("never"), state))
                .thenRefused(AMENDMENT_DECIDED, "m-1", "denied");
    }

    @Test
    void refuses_to_grant_without_a_correction_and_to_deny_with_one() {
        given(Rights.STREAM, requested())
                .when(state -> Rights.decide(grant(), texts("so it was"), state))
                .thenRefused(CORRECTIONS_DO_NOT_FIT, "name the commits");
        given(Rights.STREAM, requested())
                .when(
                        state ->
                                Rights.decide(
                                        new DecideAmendment(
                                                "s-1", "m-1", false, "no", List.of(17L)),
                                        texts("no"),
                                        state))
                .thenRefused(CORRECTIONS_DO_NOT_FIT, "17");
    }

    @Test
    void refuses_what_was_never_requested() {
        given(Rights.STREAM)
                .when(state -> Rights.decide(deny(), texts("no"), state))
                .thenRefused(AMENDMENT_NOT_FOUND, "m-1");
    }

    private static DecideAmendment grant(Long... corrections) {
        return new DecideAmendment("s-1", "m-1", true, "so it was", List.of(corrections));
    }

    private static DecideAmendment deny() {
        return new DecideAmendment("s-1", "m-1", false, "no", List.of());
    }
}
