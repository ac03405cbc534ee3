package colophon.commands.offering;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.offering.OfferingFacts.TODAY;
import static colophon.commands.offering.OfferingFacts.scheduled;
import static colophon.commands.offering.OfferingFacts.taken;

import colophon.events.offering.OfferingCancelled;

import org.junit.jupiter.api.Test;

class CancelOfferingTest {

    @Test
    void calls_it_off() {
        given(Offering.STREAM, scheduled(1, null), taken(1))
                .when(state -> Offering.decide(new CancelOffering("o-1", "too few"), state, TODAY))
                .then(new OfferingCancelled("o-1", "too few", TODAY));
    }

    @Test
    void recognises_a_repeated_request() {
        given(
                        Offering.STREAM,
                        scheduled(1, null),
                        taken(1),
                        new OfferingCancelled("o-1", "too few", TODAY))
                .when(state -> Offering.decide(new CancelOffering("o-1", "too few"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_another_reason() {
        given(Offering.STREAM, scheduled(1, null), new OfferingCancelled("o-1", "ill", TODAY))
                .when(state -> Offering.decide(new CancelOffering("o-1", "too few"), state, TODAY))
                .thenRefused(OFFERING_CANCELLED, "o-1");
    }

    @Test
    void refuses_an_offering_nobody_scheduled() {
        given(Offering.STREAM)
                .when(state -> Offering.decide(new CancelOffering("o-1", "too few"), state, TODAY))
                .thenRefused(OFFERING_NOT_FOUND, "o-1");
    }
}
