package colophon.commands.award;

import static colophon.commands.Reason.AWARD_ENDED;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.FUND_EXHAUSTED;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.NO_PRICE_KNOWN;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.OF_ANOTHER_STUDENT;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
import static colophon.commands.Reason.TOO_MANY_AWARDS;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.campus.Sums.eur;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.fund.EstablishFund;
import colophon.commands.fund.Fund;
import colophon.commands.gateway.CommandAnswer;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.award.AwardRevoked;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundedBy;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Collections;
import java.util.Set;

@Timeout(300)
class AwardCommandHandlerTest {

    private final CommandSide office = Campus.open();

    @BeforeEach
    void establish_a_fund_of_5000() {
        office.send(Campus.fund("f-1", "5000"));
    }

    @Test
    void an_offer_and_what_the_fund_holds_for_it_are_one_event() {
        var answer = office.send(make("a-1", "500", false));

        assertThat(answer).isEqualTo(CommandAnswer.created(made("offered", "500")));
        assertThat(office.lastCommit()).containsExactly(offered("500", false));
        assertThat(available()).isEqualTo(usd("4500"));
    }

    @Test
    void an_award_accepted_at_once_is_offered_and_accepted_in_one_commit() {
        var answer = office.send(make("a-1", "500", true));

        assertThat(answer).isEqualTo(CommandAnswer.created(made("accepted", "500")));
        assertThat(office.lastCommit())
                .containsExactly(offered("500", false), accepted("500", true));
    }

    @Test
    void a_later_acceptance_has_its_own_commit() {
        office.send(make("a-1", "500", false));
        var answer = office.send(new AcceptAward("a-1"));

        assertThat(answer).isEqualTo(CommandAnswer.ok(made("accepted", "500")));
        assertThat(office.lastCommit()).containsExactly(accepted("500", false));
    }

    @Test
    void a_repeated_request_changes_nothing() {
        office.send(make("a-1", "500", true));
        var before = office.commits();

        assertThat(office.send(make("a-1", "500", true)))
                .isEqualTo(CommandAnswer.ok(made("accepted", "500")));
        assertThat(office.send(new AcceptAward("a-1")))
                .isEqualTo(CommandAnswer.ok(made("accepted", "500")));
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void one_cent_more_than_the_fund_has_leaves_no_event_at_all() {
        refused(make("a-1", "5000.01", true), FUND_EXHAUSTED);
        assertThat(office.send(make("a-1", "5000", true)).status()).isEqualTo(201);
    }

    @Test
    void releasing_an_accepted_award_gives_everything_back_in_one_event() {
        office.send(make("a-1", "5000", true));
        var answer = office.send(new EndAward("a-1", false, "moved away"));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new AwardCommandHandler.AwardEnd(
                                        "a-1", "released", usd("5000"), null)));
        assertThat(office.lastCommit())
                .containsExactly(
                        new AwardReleased(
                                "a-1", "f-1", "s-1", "ucla", usd("5000"), "moved away", TODAY));
        assertThat(available()).isEqualTo(usd("5000"));
        assertThat(office.send(make("a-2", "5000", true)).status()).isEqualTo(201);
    }

    @Test
    void revoking_an_offer_is_one_event() {
        office.send(make("a-1", "500", false));
        office.send(new EndAward("a-1", true, "not eligible"));

        assertThat(office.lastCommit())
                .containsExactly(
                        new AwardRevoked(
                                "a-1", "f-1", "s-1", "ucla", usd("500"), "not eligible", TODAY));
    }

    @Test
    void a_repeated_release_gives_back_once() {
        office.send(make("a-1", "500", true));
        office.send(new EndAward("a-1", false, "moved away"));
        var before = office.commits();

        office.send(new EndAward("a-1", false, "moved away"));

        assertThat(office.commits()).isEqualTo(before);
        refused(new EndAward("a-1", true, "not eligible"), AWARD_ENDED);
        refused(new AcceptAward("a-1"), AWARD_ENDED);
    }

    @Test
    void one_course_holds_the_dearest_tuition_of_an_offering_that_has_not_ended() {
        office.send(offering("o-1", "m-20", 9, usd("1200"), TODAY.plusDays(14)));
        office.send(offering("o-2", "m-20", 9, usd("1395"), TODAY));
        office.send(offering("o-3", "m-20", 9, usd("1900"), TODAY.minusDays(1)));

        var answer = office.send(makeCourse(null, null));

        assertThat(answer.body()).isEqualTo(made("accepted", "1395"));
        assertThat(office.lastCommit()).contains(offered("1395", true));
        assertThat(available()).isEqualTo(usd("3605"));
    }

    @Test
    void one_course_holds_up_to_what_is_said_whatever_offerings_cost() {
        office.send(offering("o-1", 9));

        assertThat(office.send(makeCourse(null, usd("100"))).body())
                .isEqualTo(made("accepted", "100"));
    }

    @Test
    void one_course_holds_the_tuition_of_its_own_enrollment_even_if_that_has_ended() {
        office.send(offering("o-1", "m-20", 9, usd("1200"), TODAY.plusDays(14)));
        office.send(offering("o-2", "m-20", 9, usd("1900"), TODAY.minusDays(1)));
        office.send(enroll("e-1", "s-1", "o-2"));

        assertThat(office.send(makeCourse("e-1", null)).body()).isEqualTo(made("accepted", "1900"));
    }

    @Test
    void a_repeated_one_course_award_keeps_its_worth_when_a_dearer_offering_comes() {
        office.send(offering("o-1", 9));
        office.send(makeCourse(null, null));
        office.send(offering("o-2", "m-20", 9, usd("4000"), TODAY.plusDays(14)));
        var before = office.commits();

        assertThat(office.send(makeCourse(null, null)))
                .isEqualTo(CommandAnswer.ok(made("accepted", "1395")));
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void refuses_one_course_when_there_is_no_price() {
        refused(makeCourse(null, null), NO_PRICE_KNOWN);
        office.send(offering("o-3", "m-20", 9, usd("1900"), TODAY.minusDays(1)));
        refused(makeCourse(null, null), NO_PRICE_KNOWN);
    }

    @Test
    void refuses_another_currency() {
        refused(
                new OfferAward("a-1", "f-1", "s-1", null, eur("1"), null, true, null),
                CURRENCY_MISMATCH);
        refused(makeCourse(null, eur("1")), CURRENCY_MISMATCH);
    }

    @Test
    void refuses_a_student_a_fund_an_enrollment_and_an_award_nobody_knows() {
        var one = usd("1");
        refused(
                new OfferAward("a-1", "f-1", "s-0", null, one, null, true, null),
                STUDENT_NOT_FOUND);
        refused(new OfferAward("a-1", "f-0", "s-1", null, one, null, true, null), FUND_NOT_FOUND);
        refused(
                new OfferAward("a-1", "f-1", "s-1", "e-0", one, null, true, null),
                ENROLLMENT_NOT_FOUND);
        refused(new AcceptAward("a-0"), AWARD_NOT_FOUND);
        refused(new EndAward("a-0", true, "?"), AWARD_NOT_FOUND);
    }

    @Test
    void refuses_the_enrollment_of_another_student() {
        office.send(offering("o-1", 9));
        office.send(enroll("e-2", "s-2", "o-1"));

        refused(
                new OfferAward("a-1", "f-1", "s-1", "e-2", usd("1"), null, true, null),
                OF_ANOTHER_STUDENT);
    }

    @Test
    void refuses_an_enrollment_at_another_institution() {
        Campus.openAnother(office);
        office.send(enroll("e-9", "s-1", "o-9"));

        refused(
                new OfferAward("a-1", "f-1", "s-1", "e-9", usd("1"), null, true, null),
                OF_ANOTHER_INSTITUTION);
    }

    @Test
    void exactly_one_of_64_gets_the_last_dollar() throws Exception {
        for (int round = 0; round < 10; round++) {
            var fund = "last-" + round;
            office.send(Campus.fund(fund, "1"));
            var before = office.commits().size();

            var outcomes =
                    office.race(
                            64,
                            i ->
                                    new OfferAward(
                                            fund + "-" + i,
                                            fund,
                                            "s-" + (1 + i % 3),
                                            null,
                                            usd("1"),
                                            null,
                                            true,
                                            null));

            assertThat(outcomes).filteredOn(CommandAnswer.class::isInstance).hasSize(1);
            assertThat(Collections.frequency(outcomes, FUND_EXHAUSTED)).isEqualTo(63);
            assertThat(office.commits()).hasSize(before + 1);
        }
    }

    @Test
    void an_award_of_which_less_is_needed_gives_the_rest_back_in_one_event() {
        office.send(make("a-1", "500", true));
        var answer = office.send(new ReduceAward("a-1", usd("200"), "withdrew"));

        assertThat(answer).isEqualTo(CommandAnswer.ok(made("accepted", "200")));
        assertThat(office.lastCommit())
                .containsExactly(
                        new AwardReduced(
                                "a-1",
                                "f-1",
                                "s-1",
                                "ucla",
                                usd("200"),
                                usd("300"),
                                "withdrew",
                                TODAY));
        assertThat(available()).isEqualTo(usd("4800"));
    }

    @Test
    void an_offer_that_was_reduced_is_accepted_for_what_it_is_worth_then() {
        office.send(make("a-1", "500", false));
        office.send(new ReduceAward("a-1", usd("200"), "less is needed"));
        assertThat(office.lastCommit()).hasSize(1);

        assertThat(office.send(new AcceptAward("a-1")).body()).isEqualTo(made("accepted", "200"));
        assertThat(office.lastCommit()).contains(accepted("200", false));
    }

    @Test
    void refuses_a_reduction_in_another_currency() {
        office.send(make("a-1", "500", true));
        refused(new ReduceAward("a-1", eur("200"), "?"), CURRENCY_MISMATCH);
    }

    @Test
    void offers_what_was_accepted_when_it_was_made_is_another_award() {
        office.send(make("a-1", "500", true));
        refused(make("a-1", "500", false), ID_TAKEN);
    }

    @Test
    void recognises_a_repeated_offer_that_was_accepted_meanwhile() {
        office.send(make("a-1", "500", false));
        office.send(new AcceptAward("a-1"));
        var before = office.commits();

        assertThat(office.send(make("a-1", "500", false)))
                .isEqualTo(CommandAnswer.ok(made("offered", "500")));
        refused(make("a-1", "500", true), ID_TAKEN);
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void a_fund_that_gives_to_those_with_few_awards_counts_the_awards_of_all_funds() {
        office.send(onlyToThoseWithout("f-2"));
        office.send(make("a-1", "500", false));
        refused(of("f-2", "a-2", "s-1"), TOO_MANY_AWARDS);
        office.send(new EndAward("a-1", false, "not wanted"));

        assertThat(office.send(of("f-2", "a-2", "s-1")).status()).isEqualTo(201);
        assertThat(office.send(of("f-2", "a-3", "s-2")).status()).isEqualTo(201);
        assertThat(office.send(make("a-4", "500", true)).status())
                .as("the other fund has no such rule")
                .isEqualTo(201);
    }

    private static EstablishFund onlyToThoseWithout(String id) {
        return new EstablishFund(
                id,
                "ucla",
                "Friends",
                null,
                usd("5000"),
                FundedBy.PROGRAM,
                Set.of(Coverage.TUITION),
                null,
                null,
                null,
                1);
    }

    private static OfferAward of(String fundId, String id, String studentId) {
        return new OfferAward(id, fundId, studentId, null, usd("10"), null, true, null);
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private Money available() {
        return Fund.require(office.subjects().read(Fund.STREAM.stream("f-1")), "f-1").available();
    }

    private static OfferAward make(String id, String amount, boolean accepted) {
        return new OfferAward(id, "f-1", "s-1", null, usd(amount), null, accepted, null);
    }

    private static OfferAward makeCourse(@Nullable String enrollmentId, @Nullable Money upTo) {
        return new OfferAward("a-1", "f-1", "s-1", enrollmentId, null, upTo, true, null);
    }

    private static AwardCommandHandler.AwardResult made(String status, String amount) {
        return new AwardCommandHandler.AwardResult("a-1", status, usd(amount));
    }

    private static AwardOffered offered(String amount, boolean oneCourse) {
        return new AwardOffered(
                "a-1",
                "f-1",
                "s-1",
                "ucla",
                null,
                usd(amount),
                oneCourse,
                Set.of(Coverage.TUITION),
                null,
                TODAY);
    }

    private static AwardAccepted accepted(String amount, boolean atOnce) {
        return new AwardAccepted(
                "a-1",
                "f-1",
                "s-1",
                "ucla",
                null,
                usd(amount),
                false,
                Set.of(Coverage.TUITION),
                null,
                atOnce,
                TODAY);
    }
}
