package colophon.model.naive;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The money of one student at one institution, as section 3 of the domain defines it, in
 * hundredths. Nothing is cached: each query goes through all lists again.
 */
public final class Account {

    /** A billed line; {@code number} counts postings in order. */
    static final class Charge {
        final int number;
        final String id;
        final String kind;
        final @Nullable String enrollment;
        final @Nullable String offering;
        final long amount;
        final LocalDate chargedOn;
        final LocalDate dueOn;
        long taken;
        final Set<String> takenBecause = new HashSet<>();

        Charge(
                int number,
                String id,
                String kind,
                @Nullable String enrollment,
                @Nullable String offering,
                long amount,
                LocalDate chargedOn,
                LocalDate dueOn) {
            this.number = number;
            this.id = id;
            this.kind = kind;
            this.enrollment = enrollment;
            this.offering = offering;
            this.amount = amount;
            this.chargedOn = chargedOn;
            this.dueOn = dueOn;
        }

        long net() {
            return amount - taken;
        }

        boolean isTuition() {
            return kind.equals("tuition") || kind.equals("deposit");
        }
    }

    /** An accepted award. */
    static final class Aid {
        final int number;
        final String id;
        final @Nullable String enrollment;
        long amount;
        final boolean oneCourse;
        final Set<String> covers;
        final @Nullable LocalDate expiresOn;

        Aid(
                int number,
                String id,
                @Nullable String enrollment,
                long amount,
                boolean oneCourse,
                Set<String> covers,
                @Nullable LocalDate expiresOn) {
            this.number = number;
            this.id = id;
            this.enrollment = enrollment;
            this.amount = amount;
            this.oneCourse = oneCourse;
            this.covers = covers;
            this.expiresOn = expiresOn;
        }

        boolean pays(Charge charge) {
            return covers.contains(charge.kind)
                    && (enrollment == null || enrollment.equals(charge.enrollment))
                    && (expiresOn == null || !charge.chargedOn.isAfter(expiresOn));
        }
    }

    /** A payment, and its refunds. */
    static final class Payment {
        final int number;
        final String id;
        final long amount;
        final String payer;
        final LocalDate receivedOn;
        long refunded;
        @Nullable String reversed;

        Payment(int number, String id, long amount, String payer, LocalDate receivedOn) {
            this.number = number;
            this.id = id;
            this.amount = amount;
            this.payer = payer;
            this.receivedOn = receivedOn;
        }

        long left() {
            return reversed != null ? 0 : amount - refunded;
        }
    }

    /** Money spent elsewhere; {@code number} counts together with that of charges. */
    record Expense(
            int number, String id, @Nullable String offering, long amount, LocalDate incurredOn) {}

    /** The part of an award that reimburses an expense. */
    record Back(String award, Expense expense, long amount) {}

    /** An administrator's decision that this credit pays that charge. */
    record Lock(
            String id,
            @Nullable String award,
            @Nullable String payment,
            String charge,
            long amount) {}

    /** A part of what was owed when the plan was agreed, with its due day. */
    record Instalment(LocalDate dueOn, long amount) {}

    /** These instalments replace the due days of all charges up to that number. */
    record Plan(String id, int upTo, List<Instalment> instalments) {}

    /** The part of a credit that pays a charge. */
    record Part(String credit, boolean award, Charge charge, long amount) {}

    final List<Charge> charges = new ArrayList<>();
    final List<Aid> aid = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<Lock> locks = new ArrayList<>();
    final List<Expense> expenses = new ArrayList<>();
    @Nullable Plan plan;

    /** Allocates by the three sentences of the domain. */
    List<Part> allocation() {
        var parts = new ArrayList<Part>();
        var oldestFirst = new ArrayList<>(charges);
        oldestFirst.sort(Comparator.comparing((Charge c) -> c.dueOn).thenComparing(c -> c.number));
        var earliestExpiryFirst = byExpiry();
        var inOrderReceived = new ArrayList<>(payments);
        inOrderReceived.sort(
                Comparator.comparing((Payment p) -> p.receivedOn).thenComparing(p -> p.number));

        for (var lock : locks)
            for (var charge : oldestFirst)
                if (charge.id.equals(lock.charge)) lock(parts, lock, charge);
        for (var award : earliestExpiryFirst)
            if (award.enrollment != null)
                for (var charge : oldestFirst)
                    if (award.pays(charge)) pay(parts, award.id, true, award.amount, charge);
        for (var award : earliestExpiryFirst)
            if (award.enrollment == null)
                for (var charge : oldestFirst)
                    if (award.pays(charge) && chosen(award, charge, oldestFirst, parts))
                        pay(parts, award.id, true, award.amount, charge);
        for (var payment : inOrderReceived)
            for (var charge : oldestFirst) pay(parts, payment.id, false, payment.left(), charge);
        return parts;
    }

    private void lock(List<Part> parts, Lock lock, Charge charge) {
        for (var award : aid)
            if (award.id.equals(lock.award) && award.pays(charge))
                pay(parts, award.id, true, award.amount, charge, lock.amount);
        for (var payment : payments)
            if (payment.id.equals(lock.payment))
                pay(parts, payment.id, false, payment.left(), charge, lock.amount);
    }

    private static void pay(
            List<Part> parts, String credit, boolean award, long worth, Charge charge) {
        pay(parts, credit, award, worth, charge, Long.MAX_VALUE);
    }

    private static void pay(
            List<Part> parts,
            String credit,
            boolean award,
            long worth,
            Charge charge,
            long atMost) {
        long used = 0;
        long paid = 0;
        for (var part : parts) {
            if (part.award == award && part.credit.equals(credit)) used += part.amount;
            if (part.charge == charge) paid += part.amount;
        }
        long amount = Math.min(atMost, Math.min(worth - used, charge.net() - paid));
        if (amount > 0) parts.add(new Part(credit, award, charge, amount));
    }

    /** A one-course award pays for one enrollment only: the dearest one that is not yet covered. */
    private static boolean chosen(Aid award, Charge charge, List<Charge> all, List<Part> parts) {
        if (!award.oneCourse) return true;
        for (var part : parts)
            if (part.award && part.credit.equals(award.id))
                return String.valueOf(part.charge.enrollment).equals(charge.enrollment);
        String dearest = null;
        long most = 0;
        for (var candidate : all) {
            if (candidate.enrollment == null) continue;
            long uncovered = 0;
            for (var other : all)
                if (candidate.enrollment.equals(other.enrollment) && award.pays(other))
                    uncovered += open(other, parts);
            if (uncovered > most) {
                most = uncovered;
                dearest = candidate.enrollment;
            }
        }
        return dearest != null && dearest.equals(charge.enrollment);
    }

    private static long open(Charge charge, List<Part> parts) {
        long open = charge.net();
        for (var part : parts) if (part.charge == charge) open -= part.amount;
        return open;
    }

    /** The rest of awards that cover expenses reimburses these, oldest first. */
    List<Back> reimbursed() {
        var parts = allocation();
        var back = new ArrayList<Back>();
        var oldestFirst = new ArrayList<>(expenses);
        oldestFirst.sort(Comparator.comparing(Expense::incurredOn).thenComparing(Expense::number));
        for (boolean tied : List.of(true, false))
            for (var award : byExpiry()) {
                if ((award.enrollment != null) != tied) continue;
                if (award.oneCourse || !award.covers.contains("expense")) continue;
                for (var expense : oldestFirst) {
                    if (award.expiresOn != null && expense.incurredOn.isAfter(award.expiresOn))
                        continue;
                    if (tied && !isFor(award.enrollment, expense)) continue;
                    long left = award.amount;
                    long open = expense.amount;
                    for (var part : parts)
                        if (part.award && part.credit.equals(award.id)) left -= part.amount;
                    for (var one : back) {
                        if (one.award.equals(award.id)) left -= one.amount;
                        if (one.expense == expense) open -= one.amount;
                    }
                    long amount = Math.min(left, open);
                    if (amount > 0) back.add(new Back(award.id, expense, amount));
                }
            }
        return back;
    }

    private boolean isFor(@Nullable String enrollment, Expense expense) {
        for (var charge : charges)
            if (Objects.equals(enrollment, charge.enrollment)
                    && Objects.equals(charge.offering, expense.offering)) return true;
        return false;
    }

    private List<Aid> byExpiry() {
        var earliestExpiryFirst = new ArrayList<>(aid);
        earliestExpiryFirst.sort(
                Comparator.comparing((Aid a) -> a.expiresOn == null ? LocalDate.MAX : a.expiresOn)
                        .thenComparing(a -> a.number));
        return earliestExpiryFirst;
    }

    /** What one award pays of charges and expenses. */
    long applied(String award) {
        long sum = 0;
        for (var part : reimbursed()) if (part.award.equals(award)) sum += part.amount;
        for (var part : allocation())
            if (part.award && part.credit.equals(award)) sum += part.amount;
        return sum;
    }

    /** The sum of what is owed. */
    long owed() {
        var parts = allocation();
        long owed = 0;
        for (var charge : charges) owed += open(charge, parts);
        return owed;
    }

    /** The part of a payment that pays nothing, which is credit of its payer. */
    long credit(Payment payment) {
        long left = payment.left();
        for (var part : allocation())
            if (!part.award && part.credit.equals(payment.id)) left -= part.amount;
        return left;
    }

    /** Every money field of the domain's table on this day, under the names of the API. */
    public Map<String, Long> balances(LocalDate today) {
        var parts = allocation();
        long grossTuition = 0;
        long fees = 0;
        for (var charge : charges)
            if (charge.isTuition()) grossTuition += charge.net();
            else fees += charge.net();
        long awardsApplied = 0;
        long toTuition = 0;
        for (var part : parts)
            if (part.award) {
                awardsApplied += part.amount;
                if (part.charge.isTuition()) toTuition += part.amount;
            }
        var received = new TreeMap<String, Long>();
        var refunded = new TreeMap<String, Long>();
        for (var payment : payments) {
            if (payment.reversed != null) continue;
            received.merge(payment.payer, payment.amount, Long::sum);
            if (payment.refunded > 0) refunded.merge(payment.payer, payment.refunded, Long::sum);
        }
        long sum = grossTuition + fees - awardsApplied - total(received) + total(refunded);
        long dueNow = 0;
        long pastDue = 0;
        long planned = 0;
        for (var charge : charges) {
            long open = open(charge, parts);
            if (plan != null && charge.number <= plan.upTo) {
                planned += open;
                continue;
            }
            if (!charge.dueOn.isAfter(today)) dueNow += open;
            if (charge.dueOn.isBefore(today)) pastDue += open;
        }
        if (plan != null)
            // later payments pay the earliest instalments, so the rest belongs to the latest
            for (var instalment : plan.instalments.reversed()) {
                boolean first = instalment == plan.instalments.getFirst();
                long open = first ? planned : Math.min(planned, instalment.amount);
                planned -= open;
                if (!instalment.dueOn.isAfter(today)) dueNow += open;
                if (instalment.dueOn.isBefore(today)) pastDue += open;
            }
        long due = Math.max(sum, 0);
        long spent = 0;
        for (var expense : expenses) spent += expense.amount;
        long reimbursed = 0;
        for (var part : reimbursed()) reimbursed += part.amount;
        long bySelf = received.getOrDefault("self", 0L) - refunded.getOrDefault("self", 0L);
        long byOthers = total(received) - total(refunded) - bySelf;
        long netCharges = grossTuition + fees - awardsApplied;

        var answer = new LinkedHashMap<String, Long>();
        answer.put("grossTuition", grossTuition);
        answer.put("fees", fees);
        answer.put("awardsApplied", awardsApplied);
        answer.put("netTuition", Math.max(grossTuition - toTuition, 0));
        answer.put("paymentsReceived", total(received));
        answer.put("refundsPaid", total(refunded));
        for (var payer : List.of("self", "employer", "sponsor")) {
            answer.put("paymentsReceived/byPayer/" + payer, received.getOrDefault(payer, 0L));
            answer.put("refundsPaid/byPayer/" + payer, refunded.getOrDefault(payer, 0L));
        }
        answer.put("balanceDue/total", due);
        answer.put("balanceDue/dueNow", dueNow);
        answer.put("balanceDue/pastDue", pastDue);
        answer.put("balanceDue/future", due - dueNow);
        answer.put("creditBalance", Math.max(-sum, 0));
        answer.put("anticipatedAid", anticipated(parts));
        answer.put("indirectCosts", spent);
        answer.put("outOfPocketToDate", bySelf + spent - reimbursed);
        answer.put(
                "outOfPocketCommitted",
                netCharges - Math.min(byOthers, netCharges) + spent - reimbursed);
        return answer;
    }

    private long anticipated(List<Part> parts) {
        long sum = 0;
        for (var award : aid) {
            long used = 0;
            for (var part : parts)
                if (part.award && part.credit.equals(award.id)) used += part.amount;
            for (var part : reimbursed()) if (part.award.equals(award.id)) used += part.amount;
            // the course of the award was paid, at any price
            if (!award.oneCourse || used == 0) sum += award.amount - used;
        }
        return sum;
    }

    private static long total(Map<String, Long> parts) {
        long sum = 0;
        for (long part : parts.values()) sum += part;
        return sum;
    }
}
