package colophon.views.account;

import static colophon.views.Given.MAY_1;
import static colophon.views.Given.charged;
import static colophon.views.Given.covering;
import static colophon.views.Given.credit;
import static colophon.views.Given.expense;
import static colophon.views.Given.expiring;
import static colophon.views.Given.offering;
import static colophon.views.Given.oneCourse;
import static colophon.views.Given.payment;
import static colophon.views.Given.reduced;
import static colophon.views.Given.refund;
import static colophon.views.Given.reversed;
import static colophon.views.Given.revoked;
import static colophon.views.Given.tiedTo;
import static colophon.views.Given.usd;

import colophon.events.Recorded;
import colophon.events.account.AllocationLocked;
import colophon.events.account.AllocationUnlocked;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.account.Instalment;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.account.PaymentPlanEnded;
import colophon.events.award.AwardAccepted;
import colophon.events.expense.ExpenseCategory;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;
import colophon.events.fund.Coverage;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentReceived;
import colophon.views.QuerySide;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random account histories that follow the rules of the command side. */
public final class RandomAccount {

    private final Random random;
    private final List<Recorded<?>> facts = new ArrayList<>();
    private final List<String> enrollments = new ArrayList<>();
    private final List<ChargePosted> charges = new ArrayList<>();
    private final List<AwardAccepted> awards = new ArrayList<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final List<PaymentReceived> payments = new ArrayList<>();
    private final Map<String, Money> refundable = new HashMap<>();

    private RandomAccount(long seed) {
        random = new Random(seed);
    }

    /** Histories of up to 40 commits. Failing ones are shrunk by their seed. */
    public static Arbitrary<List<Recorded<?>>> histories() {
        return Arbitraries.longs().map(RandomAccount::history);
    }

    public static List<Recorded<?>> history(long seed) {
        var account = new RandomAccount(seed);
        int commits = account.random.nextInt(41);
        for (int i = 1; i <= commits; i++) account.commit(i);
        return account.facts;
    }

    public static Ledger fold(List<Recorded<?>> history) {
        var facts = Ledger.empty("rbs", "s-1");
        for (var fact : history) facts = LedgerView.evolve(facts, fact);
        return facts;
    }

    private void commit(int position) {
        switch (random.nextInt(15)) {
            case 0, 1, 2 -> {
                enrollments.add("e-" + position);
                var in = offering("o-" + position, "c-1", "p", "rbs", "2026-06-15", amount(2000));
                charge(position, charged("e-" + position, "s-1", in, date()));
            }
            case 9 -> charge(position, anyKind(position));
            case 10, 11 -> lower(position);
            case 12 -> correct(position);
            case 13 -> reduceOrLock(position);
            case 14 -> plan(position);
            case 3, 4 -> award(position);
            case 5, 6 -> {
                var payer = Payer.values()[random.nextInt(3)];
                var paid =
                        payment(
                                "p-" + position,
                                "s-1",
                                "rbs",
                                amount(2500),
                                payer,
                                date().toString());
                payments.add(paid);
                refundable.put(paid.paymentId(), paid.amount());
                add(position, paid);
            }
            case 7 -> refundOrWithdraw(position);
            default -> add(position, spent(position));
        }
    }

    private void award(int position) {
        var id = "a-" + position;
        var award =
                random.nextInt(3) == 0
                        ? oneCourse(id, "f-1", "s-1", "rbs", amount(1800))
                        : credit(id, "f-1", "s-1", "rbs", amount(1500));
        if (random.nextInt(3) == 0) award = covering(award, Coverage.TUITION, Coverage.EXPENSE);
        if (random.nextInt(5) == 0) award = covering(award, Coverage.EXPENSE);
        if (random.nextInt(4) == 0)
            award = covering(award, Coverage.TUITION, Coverage.DEPOSIT, Coverage.FEE);
        if (random.nextInt(3) == 0 && !enrollments.isEmpty())
            award = tiedTo(enrollments.get(random.nextInt(enrollments.size())), award);
        if (random.nextInt(3) == 0) award = expiring(date(), award);
        awards.add(award);
        add(position, award);
    }

    private void refundOrWithdraw(int position) {
        if (random.nextBoolean() && !payments.isEmpty()) {
            var of = payments.get(random.nextInt(payments.size()));
            var left = refundable.getOrDefault(of.paymentId(), usd("0"));
            if (!left.isPositive()) return; // or it was reversed
            var part = amount(2500).min(left);
            refundable.put(of.paymentId(), left.minus(part));
            add(position, refund("r-" + position, of, part, "too much", date().toString()));
        } else if (!awards.isEmpty()) {
            var award = awards.get(random.nextInt(awards.size()));
            if (!withdrawn.add(award.awardId())) return;
            add(position, revoked(award));
        }
    }

    private ChargePosted anyKind(int position) {
        var kind = ChargeKind.values()[random.nextInt(4)];
        var at = random.nextInt(4);
        var enrollment = at < enrollments.size() ? enrollments.get(at) : null;
        return new ChargePosted(
                "rbs",
                "s-1",
                "c-" + position,
                kind,
                enrollment,
                enrollment == null ? null : enrollment.replace("e-", "o-"),
                amount(300),
                "charge",
                date(),
                date());
    }

    private void charge(int position, ChargePosted charge) {
        charges.add(charge);
        add(position, charge);
    }

    private void lower(int position) {
        if (charges.isEmpty()) return;
        var charge = charges.get(random.nextInt(charges.size()));
        var left = fold(facts).net(charge);
        var part = random.nextInt(3) == 0 ? left : amount(500).min(left);
        if (!part.isPositive()) return;
        var id = charge.chargeId();
        if (random.nextBoolean())
            add(position, new ChargeReversed("rbs", "s-1", id, part, "wrong", date()));
        else add(position, new ChargeWrittenOff("rbs", "s-1", id, part, "poor", date()));
    }

    private void correct(int position) {
        var ledger = fold(facts);
        var payments = ledger.payments();
        if (random.nextBoolean() && !payments.isEmpty()) {
            var payment = payments.get(random.nextInt(payments.size())).event();
            if (!ledger.net(payment).equals(payment.amount())) return;
            refundable.remove(payment.paymentId());
            add(position, reversed(payment, "another's", date()));
        } else if (!ledger.expenses().isEmpty()) {
            var expense = ledger.expenses().getFirst().event();
            add(
                    position,
                    new ExpenseReversed(expense.expenseId(), "s-1", "rbs", "another's", date()));
        }
    }

    private void reduceOrLock(int position) {
        var ledger = fold(facts);
        var active = ledger.activeAwards();
        if (charges.isEmpty()) return;
        var charge = charges.getFirst().chargeId();
        switch (random.nextInt(4)) {
            case 0 -> {
                if (active.isEmpty()) return;
                var award = active.getFirst().event();
                var worth = ledger.worth(award);
                var less = worth.min(amount(700));
                if (less.equals(worth)) return; // a reduction lowers
                add(position, reduced(award, less, worth.minus(less), date()));
            }
            case 1 -> {
                if (active.isEmpty()) return;
                add(position, lock(position, active.getLast().event().awardId(), null, charge));
            }
            case 2 -> {
                if (payments.isEmpty()) return;
                add(position, lock(position, null, payments.getLast().paymentId(), charge));
            }
            default -> {
                if (ledger.locks().isEmpty()) return;
                var lock = ledger.locks().getFirst().event().lockId();
                add(position, new AllocationUnlocked("rbs", "s-1", lock, "agreed", date()));
            }
        }
    }

    private AllocationLocked lock(
            int position, @Nullable String award, @Nullable String payment, String charge) {
        return new AllocationLocked(
                "rbs",
                "s-1",
                "l-" + position,
                award,
                payment,
                charge,
                amount(400),
                "agreed",
                date());
    }

    private void plan(int position) {
        var ledger = fold(facts);
        var plan = ledger.plan();
        if (plan != null) {
            var id = plan.event().planId();
            add(position, new PaymentPlanEnded("rbs", "s-1", id, "over", date()));
            return;
        }
        var owed = usd("0");
        for (var open : Allocation.of(ledger).open()) owed = owed.plus(open.amount());
        if (!owed.isPositive()) return;
        var instalments = new ArrayList<Instalment>();
        var on = date();
        while (owed.isPositive()) {
            var part = instalments.size() == 4 ? owed : amount(900).min(owed);
            instalments.add(new Instalment(on, part));
            owed = owed.minus(part);
            on = on.plusDays(1 + random.nextInt(30));
        }
        add(
                position,
                new PaymentPlanAgreed(
                        "rbs", "s-1", "plan-" + position, List.copyOf(instalments), date()));
    }

    private ExpenseRecorded spent(int position) {
        var at = date().toString();
        var plain = expense("x-" + position, "s-1", "rbs", amount(900), at);
        if (enrollments.isEmpty() || random.nextBoolean()) return plain;
        var enrollment = enrollments.get(random.nextInt(enrollments.size()));
        return new ExpenseRecorded(
                plain.expenseId(),
                "s-1",
                "rbs",
                plain.amount(),
                ExpenseCategory.LODGING,
                enrollment.replace("e-", "o-"),
                plain.incurredOn());
    }

    private void add(long position, Object event) {
        facts.add(
                new Recorded<>(
                        event,
                        position,
                        Recorded.LAST,
                        QuerySide.NOW,
                        "bursar",
                        "event-" + position));
    }

    private Money amount(int most) {
        return usd((1 + random.nextInt(most)) + "." + (10 + random.nextInt(90)));
    }

    private LocalDate date() {
        return MAY_1.minusDays(60).plusDays(random.nextInt(120));
    }
}
