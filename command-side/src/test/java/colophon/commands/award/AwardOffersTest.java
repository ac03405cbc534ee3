package colophon.commands.award;

import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.ENROLLMENT_ENDED;
import static colophon.commands.Reason.FUND_EXHAUSTED;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.Reason.NO_PRICE_KNOWN;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.OF_ANOTHER_STUDENT;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
import static colophon.commands.award.AwardFacts.TODAY;
import static colophon.commands.award.AwardStreams.ACCOUNT;
import static colophon.commands.award.AwardStreams.AWARD;
import static colophon.commands.award.AwardStreams.ENROLLMENT;
import static colophon.commands.award.AwardStreams.FUND;
import static colophon.commands.award.AwardStreams.acceptance;
import static colophon.commands.award.AwardStreams.accepted;
import static colophon.commands.award.AwardStreams.enrolled;
import static colophon.commands.award.AwardStreams.funded;
import static colophon.commands.award.AwardStreams.offer;
import static colophon.commands.award.AwardStreams.offered;
import static colophon.commands.campus.Sums.eur;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.award.AwardOffers.MadeAward;
import colophon.commands.loading.States;
import colophon.commands.offering.OfferingFacts;
import colophon.commands.offering.PriceList;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.function.Function;

/** An award is made or accepted: the award itself, its fund and the account of its student. */
class AwardOffersTest {

    @Test
    void the_fund_holds_the_amount_and_the_account_has_the_promise() {
        funded().when(made(of(usd("500"), false)))
                .thenInAll(offer("a-1", "s-1", "500", null), AWARD, FUND, ACCOUNT)
                .andNothingElse();
    }

    @Test
    void an_award_that_is_accepted_at_once_pays_at_once() {
        funded().when(made(of(usd("500"), true)))
                .thenInAll(offer("a-1", "s-1", "500", null), AWARD, FUND, ACCOUNT)
                .thenInAll(acceptance("500", null, true), AWARD, ACCOUNT)
                .andNothingElse();
    }

    @Test
    void an_award_of_one_course_holds_the_dearest_price_of_the_institution() {
        var award =
                funded().and(
                                PriceList.STREAM.stream("uva"),
                                OfferingFacts.priced("o-1", "1395", null, TODAY),
                                OfferingFacts.priced("o-2", "1495", null, TODAY),
                                OfferingFacts.priced("o-3", "9000", null, TODAY.minusDays(1)))
                        .when(made(of(null, false)))
                        .answer();

        assertThat(award.award().amount()).isEqualTo(usd("1495"));
        assertThat(award.made()).isTrue();
    }

    @Test
    void refuses_one_course_where_no_price_is_known() {
        funded().when(made(of(null, false))).thenRefused(NO_PRICE_KNOWN, "uva", "f-1");
    }

    @Test
    void recognises_a_repeated_offer() {
        var again = offered("500", null).when(made(of(usd("500"), false))).thenNothing();

        assertThat(again.answer().made()).isFalse();
    }

    @Test
    void recognises_a_repeated_offer_for_an_enrollment_that_has_ended_since() {
        var before = funded().and(ENROLLMENT, enrolled("s-1", "uva"));
        before.when(made(forEnrollment())).then(ENROLLMENT);
        before.and(ENROLLMENT, cancelled()).when(made(forEnrollment())).thenNothing();
    }

    @Test
    void refuses_an_enrollment_that_has_ended() {
        funded().and(ENROLLMENT, enrolled("s-1", "uva"), cancelled())
                .when(made(forEnrollment()))
                .thenRefused(ENROLLMENT_ENDED, "e-1");
    }

    @Test
    void refuses_the_enrollment_of_another_student() {
        funded().and(ENROLLMENT, enrolled("s-2", "uva"))
                .when(made(forEnrollment()))
                .thenRefused(OF_ANOTHER_STUDENT, "e-1", "s-1");
    }

    @Test
    void refuses_an_enrollment_at_another_institution_than_the_fund() {
        funded().and(ENROLLMENT, enrolled("s-1", "ucla"))
                .when(made(forEnrollment()))
                .thenRefused(OF_ANOTHER_INSTITUTION, "e-1", "uva");
    }

    @Test
    void refuses_more_than_the_fund_has_left() {
        funded().when(made(of(usd("5000.01"), false))).thenRefused(FUND_EXHAUSTED, "5000.01");
    }

    @Test
    void refuses_another_currency() {
        funded().when(made(of(eur("1"), false))).thenRefused(CURRENCY_MISMATCH, "EUR");
    }

    @Test
    void refuses_a_student_who_does_not_exist_before_a_fund_that_does_not() {
        funded().when(made(new OfferAward("a-1", "f-0", "s-0", null, null, null, true, null)))
                .thenRefused(STUDENT_NOT_FOUND, "s-0");
        funded().when(made(new OfferAward("a-1", "f-0", "s-1", null, null, null, true, null)))
                .thenRefused(FUND_NOT_FOUND, "f-0");
    }

    @Test
    void an_accepted_offer_pays_from_then_on() {
        offered("500", null)
                .whenDone(states -> new AwardOffers(states).accept(accept("a-1"), TODAY))
                .thenInAll(acceptance("500", null, false), AWARD, ACCOUNT)
                .andNothingElse();
    }

    @Test
    void recognises_a_repeated_acceptance() {
        accepted("500", null)
                .whenDone(states -> new AwardOffers(states).accept(accept("a-1"), TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_accept_an_award_that_does_not_exist() {
        funded().whenDone(states -> new AwardOffers(states).accept(accept("a-0"), TODAY))
                .thenRefused(AWARD_NOT_FOUND, "a-0");
    }

    private static Function<States, MadeAward> made(OfferAward command) {
        return states -> new AwardOffers(states).offer(command, TODAY);
    }

    private static OfferAward of(@Nullable Money amount, boolean accepted) {
        return new OfferAward("a-1", "f-1", "s-1", null, amount, null, accepted, null);
    }

    private static OfferAward forEnrollment() {
        return new OfferAward("a-1", "f-1", "s-1", "e-1", usd("500"), null, false, null);
    }

    private static AcceptAward accept(String id) {
        return new AcceptAward(id);
    }

    private static EnrollmentCancelled cancelled() {
        return new EnrollmentCancelled("e-1", "s-1", "o-1", "no room", TODAY);
    }
}
