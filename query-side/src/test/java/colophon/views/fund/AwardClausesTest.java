package colophon.views.fund;

import static colophon.views.Given.MAY_1;
import static colophon.views.Given.awarded;
import static colophon.views.Given.covering;
import static colophon.views.Given.credit;
import static colophon.views.Given.day;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expense;
import static colophon.views.Given.expiring;
import static colophon.views.Given.fund;
import static colophon.views.Given.offered;
import static colophon.views.Given.oneCourse;
import static colophon.views.Given.revoked;
import static colophon.views.Given.student;
import static colophon.views.Given.tiedTo;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.fund.Coverage;
import colophon.views.QuerySide;
import colophon.views.School;
import colophon.views.fund.AwardClauses.DoesNotPay;
import colophon.views.fund.AwardClauses.Pays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

@Tag("io")
class AwardClausesTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void a_student_with_a_course_a_fee_a_late_fee_and_a_journey() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(fund("f-1", "rbs", "9000.00", Coverage.TUITION));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(charge("fee", ChargeKind.FEE), charge("late", ChargeKind.LATE_FEE));
        world.commit(expense("x-1", "s-1", "rbs", usd("105.00"), "2026-05-02"));
    }

    @Test
    void an_award_says_what_it_covers_and_what_it_does_not() {
        world.commit(awarded(award("2000.00")));

        assertThat(clauses().pays()).containsExactly(tuitionPaid("1395.00"));
        assertThat(reasons())
                .containsExactly("fee not-covered", "late-fee late-fee", "expense not-covered");
    }

    @Test
    void an_award_that_is_used_up_says_so() {
        world.commit(awarded(award("1000.00")));

        assertThat(clauses().pays()).containsExactly(tuitionPaid("1000.00"));
        assertThat(clauses().doesNotPay().getFirst())
                .isEqualTo(
                        new DoesNotPay(
                                "tuition",
                                "e-1:tuition",
                                School.BINDING.offeringId(),
                                usd("395.00"),
                                "used-up"));
    }

    @Test
    void an_offer_pays_nothing_before_it_is_accepted() {
        world.commit(offered(award("100.00")));

        assertThat(clauses().pays()).isEmpty();
        assertThat(reasons()).allMatch(reason -> reason.endsWith(" not-accepted")).hasSize(4);
    }

    @Test
    void an_award_that_ended_pays_nothing() {
        world.commit(awarded(award("100.00")));
        world.commit(revoked(award("100.00")));

        assertThat(clauses().pays()).isEmpty();
        assertThat(reasons()).allMatch(reason -> reason.endsWith(" ended")).hasSize(4);
    }

    @Test
    void an_expired_award_pays_nothing_that_was_charged_later() {
        world.commit(awarded(expiring(MAY_1.minusDays(1), award("100.00"))));

        assertThat(reasons()).first().isEqualTo("tuition expired");
    }

    @Test
    void an_award_for_an_enrollment_pays_no_other() {
        world.commit(enrolled("e-2", "s-1", School.PAPER));
        world.commit(awarded(tiedTo("e-2", award("5000.00"))));

        assertThat(clauses().pays()).extracting(Pays::id).containsExactly("e-2:tuition");
        assertThat(reasons()).first().isEqualTo("tuition other-enrollment");
    }

    @Test
    void an_award_of_one_course_pays_no_second_one_and_no_journey() {
        world.commit(fund("f-2", "rbs", "9000.00", Coverage.TUITION));
        world.commit(enrolled("e-2", "s-1", School.PAPER));
        world.commit(
                awarded(
                        covering(
                                oneCourse("a-1", "f-1", "s-1", "rbs", usd("9000.00")),
                                Coverage.TUITION,
                                Coverage.EXPENSE)));

        assertThat(clauses().pays()).hasSize(1);
        assertThat(reasons()).contains("tuition other-enrollment", "expense one-course");
    }

    @Test
    void what_another_award_pays_is_paid_otherwise() {
        world.commit(awarded(credit("a-0", "f-1", "s-1", "rbs", usd("1395.00"))));
        world.commit(awarded(award("100.00")));

        assertThat(reasons()).first().isEqualTo("tuition paid-otherwise");
    }

    @Test
    void an_expense_that_is_covered_is_paid_back() {
        world.commit(awarded(covering(award("300.00"), Coverage.EXPENSE)));

        assertThat(clauses().pays())
                .containsExactly(new Pays("expense", "x-1", null, usd("105.00")));
    }

    @Test
    void the_award_and_the_status_of_its_student_say_the_same() throws Exception {
        world.commit(awarded(award("1000.00")));

        for (var path : List.of("/awards/a-1", "/students/s-1/status"))
            assertThat(world.answer(path))
                    .contains("\"pays\":[{", "\"reason\":\"used-up\"", "\"late-fee\"");
    }

    private AwardClauses clauses() {
        var award = world.snapshot().of(Award.VIEW).get("a-1");
        if (award == null) throw new AssertionError("no award");
        return AwardClauses.of(world.snapshot(), award);
    }

    private List<String> reasons() {
        return clauses().doesNotPay().stream()
                .map(clause -> clause.what() + " " + clause.reason())
                .toList();
    }

    private static AwardAccepted award(String amount) {
        return credit("a-1", "f-1", "s-1", "rbs", usd(amount));
    }

    private static Pays tuitionPaid(String amount) {
        return new Pays("tuition", "e-1:tuition", School.BINDING.offeringId(), usd(amount));
    }

    private static ChargePosted charge(String id, ChargeKind kind) {
        return new ChargePosted(
                "rbs",
                "s-1",
                id,
                kind,
                null,
                null,
                usd("40.00"),
                "Something",
                day("2026-05-03"),
                day("2026-05-03"));
    }
}
