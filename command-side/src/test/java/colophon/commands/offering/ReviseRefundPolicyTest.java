package colophon.commands.offering;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.offering.OfferingFacts.TODAY;
import static colophon.commands.offering.OfferingFacts.scheduled;

import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.RefundPolicyRevised;
import colophon.events.refund.RefundPolicy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class ReviseRefundPolicyTest {

    @Test
    void is_the_first_version_where_there_was_none() {
        given(Offering.STREAM, scheduled(1, null))
                .when(state -> Offering.decide(revise(10), state))
                .then(revised(1, 10));
    }

    @Test
    void is_the_next_version() {
        given(Offering.STREAM, scheduled(1, null), revised(1, 10))
                .when(state -> Offering.decide(revise(20), state))
                .then(revised(2, 20));
    }

    @Test
    void is_the_next_version_again_when_it_goes_back() {
        given(Offering.STREAM, scheduled(1, null), revised(1, 10), revised(2, 20))
                .when(state -> Offering.decide(revise(10), state))
                .then(revised(3, 10));
    }

    @Test
    void is_nothing_when_it_is_in_force() {
        given(Offering.STREAM, scheduled(1, null), revised(1, 10), revised(2, 20))
                .when(state -> Offering.decide(revise(20), state))
                .thenNothing();
    }

    @Test
    void refuses_an_offering_nobody_scheduled() {
        given(Offering.STREAM)
                .when(state -> Offering.decide(revise(20), state))
                .thenRefused(OFFERING_NOT_FOUND, "o-1");
    }

    @Test
    void refuses_a_cancelled_offering() {
        given(Offering.STREAM, scheduled(1, null), new OfferingCancelled("o-1", "too few", TODAY))
                .when(state -> Offering.decide(revise(20), state))
                .thenRefused(OFFERING_CANCELLED, "o-1");
    }

    private static ReviseRefundPolicy revise(int overrideUpTo) {
        return new ReviseRefundPolicy("o-1", policy(0, overrideUpTo), "kinder");
    }

    private static RefundPolicyRevised revised(int version, int overrideUpTo) {
        return new RefundPolicyRevised("o-1", policy(version, overrideUpTo), "kinder");
    }

    private static RefundPolicy policy(int version, int overrideUpTo) {
        return new RefundPolicy(version, List.of(), null, Set.of(), overrideUpTo);
    }
}
