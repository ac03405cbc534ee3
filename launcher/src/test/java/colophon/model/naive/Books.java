package colophon.model.naive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Payments, expenses, fees, corrections, plans and locks. */
abstract class Books extends Grants {

    Books(Instant now) {
        super(now);
    }

    Verdict pay(Body b) {
        var institution = b.text("institutionId");
        var verdict =
                new Verdict()
                        .because(!students.contains(b.text("studentId")), "student-not-found")
                        .because(!institutions.containsKey(institution), "institution-not-found");
        if (verdict.refuses()) return verdict;
        var today = today(institution);
        var repeated =
                repeated(
                        "payment",
                        b,
                        Map.of("payer", "self"),
                        Map.of(),
                        Map.of("receivedOn", today.toString()));
        verdict.because(wrongCurrency(b, "amount", institution), "currency-mismatch");
        if (repeated != null) return or(repeated, verdict);
        return verdict.otherwise(
                201,
                () ->
                        account(institution, b.text("studentId"))
                                .payments
                                .add(
                                        new Account.Payment(
                                                ++postings,
                                                b.text("id"),
                                                b.amount("amount"),
                                                b.has("payer") ? b.text("payer") : "self",
                                                b.day("receivedOn", today))));
    }

    Verdict refund(String id, Body b) {
        Account.Payment payment = null;
        String institution = null;
        for (var account : accounts.entrySet())
            for (var one : account.getValue().payments)
                if (one.id.equals(id)) {
                    payment = one;
                    institution = account.getKey().split(" ")[0];
                }
        if (payment == null || institution == null) return Verdict.refused("payment-not-found");
        var from = payment;
        var repeated =
                repeated(
                        "refund of " + id,
                        b,
                        Map.of(),
                        Map.of(),
                        Map.of("refundedOn", today(institution).toString()));
        var verdict =
                new Verdict()
                        .because(wrongCurrency(b, "amount", institution), "currency-mismatch")
                        .because(from.reversed != null, "already-reversed")
                        .because(b.amount("amount") > from.left(), "refund-exceeds-payment");
        if (repeated != null) return or(repeated, verdict);
        return verdict.otherwise(201, () -> from.refunded += b.amount("amount"));
    }

    Verdict reversePayment(String id, Body b) {
        Account.Payment payment = null;
        for (var account : accounts.values())
            for (var one : account.payments) if (one.id.equals(id)) payment = one;
        if (payment == null) return Verdict.refused("payment-not-found");
        var from = payment;
        if (from.reversed != null)
            return from.reversed.equals(b.text("reason"))
                    ? Verdict.done(200)
                    : Verdict.refused("already-reversed");
        return new Verdict()
                .because(from.refunded > 0, "payment-refunded")
                .otherwise(200, () -> from.reversed = b.text("reason"));
    }

    Verdict reverseExpense(String id, Body b) {
        var reversed = expensesReversed.get(id);
        if (reversed != null)
            return reversed.equals(b.text("reason"))
                    ? Verdict.done(200)
                    : Verdict.refused("already-reversed");
        for (var account : accounts.values())
            if (account.expenses.stream().anyMatch(expense -> expense.id().equals(id)))
                return new Verdict()
                        .otherwise(
                                200,
                                () -> {
                                    account.expenses.removeIf(expense -> expense.id().equals(id));
                                    expensesReversed.put(id, b.text("reason"));
                                });
        return Verdict.refused("expense-not-found");
    }

    Verdict spend(Body b) {
        var institution = b.text("institutionId");
        var offering = b.has("offeringId") ? offerings.get(b.text("offeringId")) : null;
        var verdict =
                new Verdict()
                        .because(!students.contains(b.text("studentId")), "student-not-found")
                        .because(!institutions.containsKey(institution), "institution-not-found")
                        .because(b.has("offeringId") && offering == null, "offering-not-found")
                        .because(wrongCurrency(b, "amount", institution), "currency-mismatch");
        if (verdict.refuses()) return verdict;
        var repeated =
                repeated(
                        "expense",
                        b,
                        Map.of(),
                        Map.of(),
                        Map.of("incurredOn", today(institution).toString()));
        verdict.because(
                offering != null && !offering.institution.equals(institution),
                "of-another-institution");
        if (repeated != null) return or(repeated, verdict);
        return verdict.otherwise(
                201,
                () ->
                        account(institution, b.text("studentId"))
                                .expenses
                                .add(
                                        new Account.Expense(
                                                ++postings,
                                                b.text("id"),
                                                b.textOrNull("offeringId"),
                                                b.amount("amount"),
                                                b.day("incurredOn", today(institution)))));
    }

    Verdict bill(Body b) {
        var verdict = who(b.text("studentId"), b.text("institutionId"));
        var e = b.has("enrollmentId") ? enrollments.get(b.text("enrollmentId")) : null;
        var institution = b.text("institutionId");
        verdict.because(b.has("enrollmentId") && e == null, "enrollment-not-found")
                .because(wrongCurrency(b, "amount", institution), "currency-mismatch");
        if (verdict.refuses()) return verdict;
        if (e != null)
            verdict.because(!e.student.equals(b.text("studentId")), "of-another-student")
                    .because(!e.offering.institution.equals(institution), "of-another-institution");
        var today = today(institution);
        var on = b.day("chargedOn", today);
        var repeated =
                repeated(
                        "charge at " + institution + " of " + b.text("studentId"),
                        b,
                        Map.of(),
                        Map.of(),
                        Map.of("chargedOn", today.toString(), "dueOn", on.toString()));
        if (repeated != null) return or(repeated, verdict);
        return verdict.otherwise(
                201,
                () ->
                        account(institution, b.text("studentId"))
                                .charges
                                .add(
                                        new Account.Charge(
                                                ++postings,
                                                b.text("id"),
                                                b.text("kind"),
                                                b.textOrNull("enrollmentId"),
                                                e == null ? null : e.offering.id,
                                                b.amount("amount"),
                                                on,
                                                b.day("dueOn", on))));
    }

    static void take(Account.Charge charge, long amount, String because) {
        if (amount == 0) return;
        charge.taken += amount;
        charge.takenBecause.add(because);
    }

    Verdict lower(String student, String institution, String id, String how, Body b) {
        var verdict = who(student, institution);
        if (verdict.refuses()) return verdict;
        verdict.because(
                b.has("amount") && wrongCurrency(b, "amount", institution), "currency-mismatch");
        Account.Charge found = null;
        for (var one : account(institution, student).charges) if (one.id.equals(id)) found = one;
        if (found == null) return verdict.because(true, "charge-not-found");
        var charge = found;
        var because = how + " " + b.text("reason");
        if (!b.has("amount") && charge.net() == 0 && charge.takenBecause.contains(because))
            return Verdict.done(200);
        long amount = b.has("amount") ? b.amount("amount") : charge.net();
        return verdict.because(amount == 0 || amount > charge.net(), "more-than-is-left")
                .otherwise(200, () -> take(charge, amount, because));
    }

    Verdict lock(String student, String institution, Body b) {
        var verdict = who(student, institution);
        if (verdict.refuses()) return verdict;
        verdict.because(wrongCurrency(b, "amount", institution), "currency-mismatch");
        var account = account(institution, student);
        var repeated = repeated("lock at " + institution + " of " + student, b, Map.of(), Map.of());
        if (repeated != null) return or(repeated, verdict);
        Account.Charge charge = null;
        for (var one : account.charges) if (one.id.equals(b.text("chargeId"))) charge = one;
        verdict.because(charge == null, "charge-not-found");
        long worth = -1;
        if (b.has("awardId")) {
            for (var aid : account.aid)
                if (aid.id.equals(b.text("awardId"))) {
                    worth = aid.amount;
                    verdict.because(
                            charge != null
                                    && (!aid.pays(charge)
                                            || aid.oneCourse && charge.enrollment == null),
                            "not-covered");
                }
            verdict.because(worth < 0, "award-not-found");
        } else {
            for (var payment : account.payments)
                if (payment.id.equals(b.text("paymentId")) && payment.reversed == null)
                    worth = payment.left();
            verdict.because(worth < 0, "payment-not-found");
        }
        if (verdict.refuses() || charge == null) return verdict;
        long free = worth;
        long open = charge.net();
        for (var lock : account.locks) {
            if (lock.charge().equals(charge.id)) open -= lock.amount();
            if (Objects.equals(lock.award(), b.textOrNull("awardId"))
                    && Objects.equals(lock.payment(), b.textOrNull("paymentId")))
                free -= lock.amount();
        }
        return verdict.because(b.amount("amount") > Math.min(free, open), "more-than-is-left")
                .otherwise(
                        201,
                        () ->
                                account.locks.add(
                                        new Account.Lock(
                                                b.text("id"),
                                                b.textOrNull("awardId"),
                                                b.textOrNull("paymentId"),
                                                b.text("chargeId"),
                                                b.amount("amount"))));
    }

    Verdict unlock(String student, String institution, String id) {
        var verdict = who(student, institution);
        if (verdict.refuses()) return verdict;
        if (!made.containsKey("lock at " + institution + " of " + student + " " + id))
            return Verdict.refused("lock-not-found");
        return verdict.otherwise(
                200,
                () -> account(institution, student).locks.removeIf(lock -> lock.id().equals(id)));
    }

    Verdict agree(String student, String institution, Body b) {
        var verdict = who(student, institution);
        if (verdict.refuses()) return verdict;
        var account = account(institution, student);
        var repeated = repeated("plan at " + institution + " of " + student, b, Map.of(), Map.of());
        var instalments = new ArrayList<Account.Instalment>();
        long sum = 0;
        var last = today(institution).minusDays(1);
        for (var one : (List<?>) b.given("instalments")) {
            var part = new Body(strings((Map<?, ?>) one));
            var due = LocalDate.parse(part.text("dueOn"));
            verdict.because(wrongCurrency(part, "amount", institution), "currency-mismatch")
                    .because(!due.isAfter(last), "dates-out-of-order");
            last = due;
            sum += part.amount("amount");
            instalments.add(new Account.Instalment(due, part.amount("amount")));
        }
        verdict.because(account.plan != null, "plan-in-force")
                .because(sum != account.owed(), "plan-does-not-sum");
        if (repeated != null) return or(repeated, verdict);
        return verdict.otherwise(
                201, () -> account.plan = new Account.Plan(b.text("id"), postings, instalments));
    }

    Verdict endPlan(String student, String institution, String id) {
        var verdict = who(student, institution);
        if (verdict.refuses()) return verdict;
        if (!made.containsKey("plan at " + institution + " of " + student + " " + id))
            return Verdict.refused("plan-not-found");
        return verdict.otherwise(
                200,
                () -> {
                    var account = account(institution, student);
                    if (account.plan != null && account.plan.id().equals(id)) account.plan = null;
                });
    }
}
