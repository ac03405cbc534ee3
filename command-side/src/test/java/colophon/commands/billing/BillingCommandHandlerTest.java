package colophon.commands.billing;

import static colophon.commands.Reason.CHARGE_NOT_FOUND;
import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.INSTITUTION_NOT_FOUND;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.OF_ANOTHER_STUDENT;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
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
import colophon.commands.gateway.CommandAnswer;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.Instalment;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

class BillingCommandHandlerTest {

    private final CommandSide office = Campus.open();

    @Test
    void bills_a_fee_for_an_enrollment_and_its_offering() {
        office.send(offering("o-1", 9));
        office.send(enroll("e-1", "s-1", "o-1"));

        var answer = office.send(post("s-1", "ucla", "e-1", usd("40")));

        var charged =
                new BillingCommandHandler.ChargeResult(
                        "c-1", ChargeKind.FEE, usd("40"), TODAY, TODAY);
        assertThat(answer).isEqualTo(CommandAnswer.created(charged));
        assertThat(office.lastCommit())
                .containsExactly(
                        new ChargePosted(
                                "ucla",
                                "s-1",
                                "c-1",
                                ChargeKind.FEE,
                                "e-1",
                                "o-1",
                                usd("40"),
                                "Room",
                                TODAY,
                                TODAY));
        assertThat(office.send(post("s-1", "ucla", "e-1", usd("40"))))
                .isEqualTo(CommandAnswer.ok(charged));
    }

    @Test
    void reverses_the_tuition_of_an_enrollment_by_the_name_of_its_charge() {
        office.send(offering("o-1", 9));
        office.send(enroll("e-1", "s-1", "o-1"));

        var answer =
                office.send(
                        new ReduceCharge(
                                "s-1", "ucla", "e-1:tuition", usd("195"), false, "discount"));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new BillingCommandHandler.ReductionResult(
                                        "e-1:tuition", usd("1200"))));
        assertThat(office.lastCommit())
                .containsExactly(
                        new ChargeReversed(
                                "ucla", "s-1", "e-1:tuition", usd("195"), "discount", TODAY));
    }

    @Test
    void agrees_and_ends_a_plan_and_locks_and_unlocks() {
        office.send(post("s-1", "ucla", null, usd("40")));
        var parts =
                List.of(
                        new Instalment(TODAY, usd("15")),
                        new Instalment(TODAY.plusDays(9), usd("25")));

        assertThat(office.send(new AgreePlan("s-1", "ucla", "plan-1", parts)))
                .isEqualTo(
                        CommandAnswer.created(
                                new BillingCommandHandler.PlanResult("plan-1", parts)));
        assertThat(office.send(new EndPlan("s-1", "ucla", "plan-1", "paid")))
                .isEqualTo(
                        CommandAnswer.ok(
                                new BillingCommandHandler.BillingResult("plan-1", "ended")));
    }

    @Test
    void refuses_who_and_what_nobody_knows() {
        refused(post("s-0", "ucla", null, usd("40")), STUDENT_NOT_FOUND);
        refused(post("s-1", "ucla-0", null, usd("40")), INSTITUTION_NOT_FOUND);
        refused(post("s-1", "ucla", "e-0", usd("40")), ENROLLMENT_NOT_FOUND);
        refused(
                new ReduceCharge("s-1", "ucla", "c-1", null, true, "uncollectable"),
                CHARGE_NOT_FOUND);
    }

    @Test
    void refuses_another_currency_wherever_an_amount_is_given() {
        office.send(post("s-1", "ucla", null, usd("40")));
        refused(post("s-1", "ucla", null, eur("40")), CURRENCY_MISMATCH);
        refused(
                new ReduceCharge("s-1", "ucla", "c-1", eur("1"), true, "uncollectable"),
                CURRENCY_MISMATCH);
        refused(
                new AgreePlan(
                        "s-1",
                        "ucla",
                        "plan-1",
                        List.of(
                                new Instalment(TODAY, usd("15")),
                                new Instalment(TODAY.plusDays(1), eur("25")))),
                CURRENCY_MISMATCH);
        refused(
                new LockAllocation("s-1", "ucla", "l-1", null, "p-1", "c-1", eur("1"), "?"),
                CURRENCY_MISMATCH);
    }

    @Test
    void refuses_the_enrollment_of_another_student_or_institution() {
        office.send(offering("o-1", 9));
        office.send(enroll("e-2", "s-2", "o-1"));
        Campus.openAnother(office);
        office.send(enroll("e-9", "s-1", "o-9"));

        refused(post("s-1", "ucla", "e-2", usd("40")), OF_ANOTHER_STUDENT);
        refused(post("s-1", "ucla", "e-9", usd("40")), OF_ANOTHER_INSTITUTION);
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private static PostCharge post(
            String studentId, String institutionId, @Nullable String enrollmentId, Money amount) {
        return new PostCharge(
                studentId,
                institutionId,
                "c-1",
                ChargeKind.FEE,
                amount,
                "Room",
                enrollmentId,
                null,
                null);
    }
}
