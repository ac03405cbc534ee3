package colophon.commands.award;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.AWARD_EXPIRED;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.award.AwardFacts.TODAY;
import static colophon.commands.award.AwardFacts.accepted;
import static colophon.commands.award.AwardFacts.acceptedAtOnce;
import static colophon.commands.award.AwardFacts.fund;
import static colophon.commands.award.AwardFacts.offered;
import static colophon.commands.award.AwardFacts.offeredUntil;
import static colophon.commands.award.AwardFacts.oneCourse;
import static colophon.commands.award.AwardFacts.released;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.Given;
import colophon.events.award.AwardEvent;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class OfferAwardTest {

    @Test
    void offers_an_award_that_covers_what_its_fund_covers() {
        when(given(Award.STREAM), amount("500", false, null)).then(offered());
    }

    @Test
    void offers_and_accepts_in_one_decision() {
        when(given(Award.STREAM), amount("500", true, null)).then(offered(), acceptedAtOnce());
    }

    @Test
    void offers_one_course_worth_what_the_fund_has_to_hold_for_it() {
        given(Award.STREAM)
                .when(state -> Award.decide(course(null, false), fund(), usd("1395"), state, TODAY))
                .then(oneCourse("1395"));
    }

    @Test
    void offers_an_award_whose_last_day_is_today() {
        when(given(Award.STREAM), amount("500", false, TODAY)).then(offeredUntil(TODAY));
    }

    @Test
    void refuses_an_award_whose_last_day_was_yesterday() {
        when(given(Award.STREAM), amount("500", false, TODAY.minusDays(1)))
                .thenRefused(AWARD_EXPIRED, "2026-05-31", "2026-06-01");
    }

    @Test
    void recognises_a_repeated_request() {
        when(given(Award.STREAM, offered(), acceptedAtOnce()), amount("500", true, null))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_after_the_award_expired() {
        var lastDay = TODAY.minusDays(1);
        when(given(Award.STREAM, offeredUntil(lastDay)), amount("500", false, lastDay))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_after_the_award_ended() {
        when(
                        given(Award.STREAM, offered(), acceptedAtOnce(), released("moved")),
                        amount("500", true, null))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_one_course_award_whose_worth_was_found_then() {
        when(given(Award.STREAM, oneCourse("1395")), course(null, false)).thenNothing();
        when(given(Award.STREAM, oneCourse("1395")), course(usd("1395"), false)).thenNothing();
    }

    @Test
    void refuses_the_id_of_an_award_of_another_amount() {
        when(given(Award.STREAM, offered()), amount("500.01", false, null))
                .thenRefused(ID_TAKEN, "a-1");
    }

    @Test
    void refuses_the_id_of_a_one_course_award_up_to_another_amount() {
        when(given(Award.STREAM, oneCourse("1395")), course(usd("1200"), false))
                .thenRefused(ID_TAKEN, "a-1");
    }

    @Test
    void refuses_the_id_of_an_award_that_is_not_of_one_course() {
        when(given(Award.STREAM, offered()), course(usd("500"), false))
                .thenRefused(ID_TAKEN, "a-1");
        when(given(Award.STREAM, oneCourse("500")), amount("500", false, null))
                .thenRefused(ID_TAKEN, "a-1");
    }

    @Test
    void refuses_to_make_as_accepted_what_is_only_offered() {
        when(given(Award.STREAM, offered()), amount("500", true, null))
                .thenRefused(ID_TAKEN, "a-1", "offer");
    }

    @Test
    void refuses_to_offer_what_was_accepted_when_it_was_made() {
        when(given(Award.STREAM, offered(), acceptedAtOnce()), amount("500", false, null))
                .thenRefused(ID_TAKEN, "a-1", "accepted");
    }

    @Test
    void recognises_a_repeated_offer_after_it_was_accepted() {
        when(given(Award.STREAM, offered(), accepted()), amount("500", false, null)).thenNothing();
        when(given(Award.STREAM, offered(), accepted()), amount("500", true, null))
                .thenRefused(ID_TAKEN, "a-1", "offer");
    }

    @Test
    void refuses_the_id_of_an_award_with_another_last_day() {
        when(given(Award.STREAM, offered()), amount("500", false, TODAY))
                .thenRefused(ID_TAKEN, "a-1");
    }

    @Test
    void refuses_the_id_of_an_award_of_another_fund_student_or_enrollment() {
        for (var other :
                List.of(
                        new OfferAward("a-1", "f-2", "s-1", null, usd("500"), null, false, null),
                        new OfferAward("a-1", "f-1", "s-2", null, usd("500"), null, false, null),
                        new OfferAward("a-1", "f-1", "s-1", "e-1", usd("500"), null, false, null)))
            when(given(Award.STREAM, offered()), other).thenRefused(ID_TAKEN, "a-1");
    }

    @Test
    void is_known_from_then_on_and_not_before() {
        assertThat(Award.require(given(Award.STREAM, offered()).state(), "a-1"))
                .isEqualTo(offered());
        given(Award.STREAM)
                .when(
                        state -> {
                            Award.require(state, "a-1");
                            return List.of();
                        })
                .thenRefused(AWARD_NOT_FOUND, "a-1");
    }

    private static Given.Outcome<AwardEvent> when(Given<Award, AwardEvent> past, OfferAward make) {
        return past.when(state -> Award.decide(make, fund(), usd("500"), state, TODAY));
    }

    private static OfferAward amount(
            String amount, boolean accepted, @Nullable LocalDate expiresOn) {
        return new OfferAward("a-1", "f-1", "s-1", null, usd(amount), null, accepted, expiresOn);
    }

    private static OfferAward course(@Nullable Money upTo, boolean accepted) {
        return new OfferAward("a-1", "f-1", "s-1", null, null, upTo, accepted, null);
    }
}
