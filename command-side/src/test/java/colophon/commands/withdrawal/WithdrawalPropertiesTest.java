package colophon.commands.withdrawal;

import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.fund;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.withdrawal.SummerCourses.STARTS;
import static colophon.commands.withdrawal.SummerCourses.TERMS;
import static colophon.commands.withdrawal.SummerCourses.course;
import static colophon.commands.withdrawal.SummerCourses.pay;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.account.Account;
import colophon.commands.award.Award;
import colophon.commands.award.EndAward;
import colophon.commands.award.OfferAward;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.campus.ShareOfTries;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.enrollment.outcome.RecordOutcome;
import colophon.commands.fund.Fund;
import colophon.commands.gateway.GatewayClient;
import colophon.commands.offering.CancelOffering;
import colophon.commands.offering.Offering;
import colophon.commands.payment.RefundPayment;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentDropped;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentRefunded;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random histories of few students in few offerings, through the real gate. */
class WithdrawalPropertiesTest {

    private static final List<String> STUDENTS = List.of("s-1", "s-2", "s-3");
    private static final List<String> OFFERINGS = List.of("o-1", "o-2", "o-3", "o-4");
    private static final int KINDS = 17;

    @Property(tries = 80)
    @AddLifecycleHook(ShareOfTries.class)
    void a_quote_is_the_effect_to_the_byte(
            @ForAll @Size(min = 20, max = 90) List<@IntRange(max = 9_999) Integer> choices) {
        var seen = opened();
        for (var choice : choices) {
            var command = command(choice % KINDS, choice / KINDS);
            var before = seen.office().commits().size();
            var quote = seen.quote(command);
            assertThat(seen.office().commits()).hasSize(before);
            var real = seen.send(command);
            assertThat(quote.getStatusCode()).as("%s", command).isEqualTo(real.getStatusCode());
            assertThat(quote.getBody()).as("%s", command).isEqualTo(real.getBody());
        }
    }

    @Property(tries = 80)
    @AddLifecycleHook(ShareOfTries.class)
    void what_was_done_is_answered_the_same_when_it_is_asked_again(
            @ForAll @Size(min = 20, max = 90) List<@IntRange(max = 9_999) Integer> choices) {
        var seen = opened();
        for (var choice : choices) {
            var command = command(choice % KINDS, choice / KINDS);
            var first = seen.send(command);
            if (first.getStatusCode().isError() || command instanceof LapseSeatOffers) continue;
            var before = seen.office().commits().size();
            assertThat(seen.send(command).getBody()).as("%s", command).isEqualTo(first.getBody());
            assertThat(seen.office().commits()).hasSize(before);
        }
    }

    @Property(tries = 120)
    @AddLifecycleHook(ShareOfTries.class)
    void seats_charges_and_money_fit_the_enrollments_after_every_command(
            @ForAll @Size(min = 20, max = 90) List<@IntRange(max = 9_999) Integer> choices) {
        var seen = opened();
        for (var choice : choices) {
            seen.send(command(choice % KINDS, choice / KINDS));
            for (var offering : OFFERINGS) seatsFit(seen.office(), offering);
            for (int n = 0; n < 6; n++) chargesFit(seen.office(), "e-" + n);
            for (var student : STUDENTS) moneyFits(account(seen.office(), student));
            fundFits(seen.office());
        }
    }

    @Test
    void the_histories_these_properties_play_hold_every_way_to_come_and_go() {
        var happened = new HashSet<Class<?>>();
        for (int round = 0; round < 30; round++) {
            var seen = opened();
            var chance = new Random(round);
            for (int i = 0; i < 90; i++)
                seen.send(command(chance.nextInt(KINDS), chance.nextInt(10_000 / KINDS)));
            for (var commit : seen.office().commits())
                for (var event : commit) happened.add(event.getClass());
        }
        assertThat(happened)
                .contains(
                        StudentApplied.class,
                        StudentWaitlisted.class,
                        SeatOffered.class,
                        EnrollmentDeclined.class,
                        EnrollmentDropped.class,
                        EnrollmentWithdrawn.class,
                        EnrollmentCancelled.class,
                        EnrollmentDeferred.class,
                        EnrollmentTransferred.class,
                        EnrollmentReinstated.class,
                        OfferingCancelled.class,
                        AwardReduced.class,
                        AwardReleased.class,
                        PaymentRefunded.class);
    }

    /** Each seat, held seat and waitlist place has its enrollment, and the other way round. */
    private static void seatsFit(CommandSide office, String offeringId) {
        var offering = office.subjects().read(Offering.STREAM.stream(offeringId));
        Set<String> seated = new TreeSet<>();
        Set<String> held = new TreeSet<>();
        Set<String> line = new TreeSet<>();
        for (int n = 0; n < 6; n++) {
            var enrollment = office.subjects().read(Enrollment.STREAM.stream("e-" + n));
            if (!(enrollment instanceof Enrollment.Known known)) continue;
            if (!known.details().offeringId().equals(offeringId)) continue;
            switch (known) {
                case Enrollment.Enrolled _, Enrollment.Finished _ -> seated.add("e-" + n);
                case Enrollment.Accepted _ -> held.add("e-" + n);
                case Enrollment.Waitlisted _ -> line.add("e-" + n);
                default -> {}
            }
        }
        if (!(offering instanceof Offering.Scheduled now)) {
            assertThat(held).isEmpty();
            assertThat(line).isEmpty();
            return;
        }
        assertThat(now.seated().keySet()).isEqualTo(seated);
        assertThat(now.held().keySet()).isEqualTo(held);
        assertThat(now.line().stream().map(WaitlistJoined::enrollmentId))
                .containsExactlyInAnyOrderElementsOf(line);
        assertThat(seated.size() + held.size()).isLessThanOrEqualTo(now.as().capacity());
        if (now.as().waitlist() == Waitlist.FIFO && now.hasSeat()) assertThat(line).isEmpty();
    }

    /** A student with a seat is charged its price; one who never had a seat is charged nothing. */
    private static void chargesFit(CommandSide office, String id) {
        if (!(office.subjects().read(Enrollment.STREAM.stream(id))
                instanceof Enrollment.Known known)) return;
        var charged = usd("0");
        var account = account(office, known.details().studentId());
        for (var charge : account.charges())
            if (id.equals(charge.event().enrollmentId())) {
                assertThat(account.net(charge.event()).isNegative()).isFalse();
                charged = charged.plus(account.net(charge.event()));
            }
        var offering = Offering.STREAM.stream(known.details().offeringId());
        var price =
                Offering.require(office.subjects().read(offering), known.details().offeringId())
                        .tuition();
        switch (known) {
            case Enrollment.Enrolled _, Enrollment.Finished _ ->
                    assertThat(charged).isEqualTo(price);
            case Enrollment.Departed left when left.how() != Enrollment.Departure.CANCELLED ->
                    assertThat(charged).isLessThanOrEqualTo(price);
            default -> assertThat(charged).isEqualTo(usd("0"));
        }
    }

    /** charges - reversals = awards + payments - refunds + due - credit */
    private static void moneyFits(Ledger account) {
        var allocation = Allocation.of(account);
        var left = usd("0");
        for (var charge : account.charges()) left = left.plus(charge.event().amount());
        for (var back : account.reversals()) left = left.minus(back.event().amount());
        var right = usd("0");
        for (var part : allocation.applied()) right = right.plus(part.amount());
        for (var payment : account.payments()) right = right.plus(payment.event().amount());
        for (var refund : account.refunds()) right = right.minus(refund.event().amount());
        for (var open : allocation.open()) right = right.plus(open.amount());
        for (var credit : allocation.credit()) right = right.minus(credit.amount());
        assertThat(left).isEqualTo(right);
        for (var payment : account.payments()) {
            var back = usd("0");
            for (var refund : account.refunds())
                if (refund.event().paymentId().equals(payment.event().paymentId())) {
                    assertThat(refund.event().payer()).isEqualTo(payment.event().payer());
                    back = back.plus(refund.event().amount());
                }
            assertThat(back).isLessThanOrEqualTo(payment.event().amount());
        }
    }

    /**
     * The fund holds what its awards are worth; for an award to an ended enrollment, what it pays.
     */
    private static void fundFits(CommandSide office) {
        var stream = Fund.STREAM.stream("f-1");
        var fund = Fund.require(office.subjects().read(stream), "f-1");
        var held = usd("0");
        for (var one : fund.held().values()) {
            held = held.plus(one.amount());
            var award = office.subjects().read(Award.STREAM.stream(one.award().awardId()));
            var standing = Award.standing(award, one.award().awardId());
            assertThat(one.amount()).isEqualTo(standing.worth());
            var enrollmentId = standing.as().enrollmentId();
            if (enrollmentId != null
                    && office.subjects().read(Enrollment.STREAM.stream(enrollmentId))
                            instanceof Enrollment.Departed)
                assertThat(paid(office, standing)).isEqualTo(standing.worth());
        }
        assertThat(fund.available().plus(held)).isEqualTo(fund.budget());
    }

    private static Money paid(CommandSide office, Award.InForce award) {
        var account = account(office, award.as().studentId());
        return Objects.requireNonNullElse(
                Allocation.of(account).paidBy(award.as().awardId()), usd("0"));
    }

    private static Ledger account(CommandSide office, String studentId) {
        return office.subjects().read(Account.STREAM.stream(Account.id("ucla", studentId)));
    }

    private static GatewayClient opened() {
        var office = Campus.open();
        office.send(course("o-1", 1, Waitlist.FIFO, TERMS));
        office.send(course("o-2", 2, Admission.OPEN, null, TERMS, usd("1000.01")));
        office.send(
                course(
                        "o-3",
                        1,
                        Admission.APPLICATION,
                        Waitlist.INSTRUCTOR_PICK,
                        null,
                        usd("900")));
        office.send(course("o-4", 3, null, null));
        office.send(fund("f-1", "5000"));
        return new GatewayClient(office);
    }

    private static Object command(int kind, int n) {
        var id = "e-" + n % 6;
        var student = STUDENTS.get(n % 3); // so that each enrollment id has one student
        var offering = OFFERINGS.get(n / 6 % 4);
        var on = days(n / 24 % 4);
        return switch (kind) {
            case 0, 1 -> enroll(id, student, offering);
            case 2 -> new EnrollmentRequest.Accept(id, null);
            case 3 -> new EnrollmentRequest.OfferSeat(id, null);
            case 4, 5 -> new EnrollmentRequest.Confirm(id);
            case 6 -> new EnrollmentRequest.Decline(id, "no");
            case 7 -> new EnrollmentRequest.Transfer(id, offering, "moved", on);
            case 8 -> new EnrollmentRequest.Defer(id, "later", on);
            case 9 -> new EnrollmentRequest.Reinstate(id, "back", on);
            case 10, 11 -> new EnrollmentRequest.Withdraw(id, "ill", on, override(n / 96 % 3));
            case 12 ->
                    n % 5 == 0
                            ? new CancelOffering(offering, "too few")
                            : new EnrollmentRequest.Cancel(id, "mistake");
            case 13 -> pay("p-" + n % 7, student, (200 + n % 900) + ".37", payer(n));
            case 14 -> award("a-" + n % 5, student, n % 4 == 0 ? null : id, n);
            case 15 ->
                    n % 3 == 0
                            ? new EndAward("a-" + n % 5, false, "over")
                            : new RefundPayment(
                                    "p-" + n % 7, "r-" + n % 9, usd("10"), "asked", null);
            default ->
                    n % 4 == 0
                            ? new RecordOutcome(id, true, "A", null)
                            : new LapseSeatOffers(offering);
        };
    }

    private static OfferAward award(
            String id, String studentId, @Nullable String enrollmentId, int n) {
        return new OfferAward(
                id, "f-1", studentId, enrollmentId, usd("600.05"), null, n % 3 != 0, null);
    }

    private static EnrollmentRequest.@Nullable RefundOverride override(int kind) {
        return switch (kind) {
            case 0 -> null;
            case 1 -> new EnrollmentRequest.RefundOverride(13, null, "bereaved");
            default -> new EnrollmentRequest.RefundOverride(null, usd("33.33"), "bereaved");
        };
    }

    private static @Nullable LocalDate days(int kind) {
        return switch (kind) {
            case 0 -> null;
            case 1 -> STARTS.minusDays(40);
            case 2 -> STARTS.minusDays(2);
            default -> STARTS.plusDays(1);
        };
    }

    private static Payer payer(int n) {
        return Payer.values()[n % 3];
    }
}
