package colophon.model.naive;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Funds and their awards. */
abstract class Grants extends State {

    Grants(Instant now) {
        super(now);
    }

    Verdict establish(Body b) {
        var institution = b.text("institutionId");
        if (!institutions.containsKey(institution)) return Verdict.refused("institution-not-found");
        var repeated = repeated("fund", b, Map.of("covers", List.of("tuition")), Map.of());
        var verdict =
                new Verdict()
                        .because(wrongCurrency(b, "budget", institution), "currency-mismatch")
                        .because(
                                b.has("opensOn")
                                        && b.has("closesOn")
                                        && b.text("closesOn").compareTo(b.text("opensOn")) < 0,
                                "dates-out-of-order");
        if (repeated != null) return or(repeated, verdict);
        var covers = Set.of("tuition");
        if (b.fields().get("covers") instanceof List<?> list) {
            var named = new TreeSet<String>();
            for (var one : list) named.add(String.valueOf(one));
            covers = named;
        }
        var covered = covers;
        return verdict.otherwise(
                201,
                () ->
                        funds.put(
                                b.text("id"),
                                new Fund(
                                        b.text("id"),
                                        institution,
                                        covered,
                                        b.day("opensOn"),
                                        b.day("closesOn"),
                                        (Integer) b.fields().get("activeAwardsPerStudent"),
                                        (Integer) b.fields().get("activeAwardsPerInstitution"),
                                        b.amount("budget"))));
    }

    Verdict contribute(String id, Body b) {
        var fund = funds.get(id);
        if (fund == null) return Verdict.refused("fund-not-found");
        return new Verdict()
                .because(wrongCurrency(b, "amount", fund.institution), "currency-mismatch")
                .otherwise(200, () -> fund.budget += b.amount("amount"));
    }

    Verdict award(Body b) {
        var fund = funds.get(b.text("fundId"));
        var enrollment = b.has("enrollmentId") ? enrollments.get(b.text("enrollmentId")) : null;
        var verdict =
                new Verdict()
                        .because(fund == null, "fund-not-found")
                        .because(!students.contains(b.text("studentId")), "student-not-found")
                        .because(
                                b.has("enrollmentId") && enrollment == null,
                                "enrollment-not-found");
        if (verdict.refuses() || fund == null) return verdict;
        var today = today(fund.institution);
        if (enrollment != null)
            verdict.because(!enrollment.student.equals(b.text("studentId")), "of-another-student")
                    .because(
                            !enrollment.offering.institution.equals(fund.institution),
                            "of-another-institution")
                    .because(enrollment.isGone(), "enrollment-ended");
        var limit = b.has("courses") ? "upTo" : "amount";
        var expires = b.day("expiresOn");
        verdict.because(
                b.has(limit) && wrongCurrency(b, limit, fund.institution), "currency-mismatch");
        // worth the price of its course, also if only that course has ended
        long own = enrollment == null ? 0 : enrollment.offering.price(fund.covers);
        long amount = b.has(limit) ? b.amount(limit) : Math.max(own, dearest(fund, today));
        verdict.because(amount == 0, "no-price-known")
                .because(expires != null && expires.isBefore(today), "award-expired")
                .because(
                        fund.opensOn != null && today.isBefore(fund.opensOn)
                                || fund.closesOn != null && today.isAfter(fund.closesOn),
                        "fund-not-open")
                .because(
                        fund.active != null
                                && active(fund, fund.institution, b.text("studentId"), today)
                                        >= fund.active,
                        "too-many-awards")
                .because(
                        fund.activeAnywhere != null
                                && active(null, fund.institution, b.text("studentId"), today)
                                        >= fund.activeAnywhere,
                        "too-many-awards")
                .because(amount > requireNonNull(money(fund).get("available")), "fund-exhausted");
        var repeated =
                repeated(
                        "award", b, Map.of("status", "accepted"), Map.of(), Map.of("upTo", amount));
        if (repeated != null) return or(repeated, verdict);
        return verdict.otherwise(
                201,
                () -> {
                    var award =
                            new Award(
                                    b.text("id"),
                                    fund,
                                    b.text("studentId"),
                                    b.textOrNull("enrollmentId"),
                                    amount,
                                    b.has("courses"),
                                    expires);
                    awards.put(award.id, award);
                    if (!"offered".equals(b.text("status"))) credit(award);
                });
    }

    void credit(Award award) {
        award.status = "accepted";
        account(award.fund.institution, award.student)
                .aid
                .add(
                        new Account.Aid(
                                ++postings,
                                award.id,
                                award.enrollment,
                                award.amount,
                                award.oneCourse,
                                award.fund.covers,
                                award.expiresOn));
    }

    long dearest(Fund fund, LocalDate today) {
        long most = 0;
        for (var offering : offerings.values())
            if (offering.institution.equals(fund.institution)
                    && offering.cancelledBecause == null
                    && !offering.endsOn().isBefore(today))
                most = Math.max(most, offering.price(fund.covers));
        return most;
    }

    int active(@Nullable Fund fund, String institution, String student, LocalDate today) {
        int active = 0;
        for (var award : awards.values())
            if ((fund == null || award.fund == fund)
                    && award.fund.institution.equals(institution)
                    && award.student.equals(student)
                    && !award.ended()
                    && (award.expiresOn == null || !award.expiresOn.isBefore(today))) active++;
        return active;
    }

    /** The budget of a fund, and its available, encumbered and spent amounts. */
    public Map<String, Long> money(Fund fund) {
        long spent = 0;
        long encumbered = 0;
        for (var award : awards.values()) {
            if (award.fund != fund || award.ended()) continue;
            var account = account(fund.institution, award.student);
            long applied = account.applied(award.id);
            spent += applied;
            encumbered += award.amount - applied;
        }
        return Map.of(
                "budget",
                fund.budget,
                "available",
                fund.budget - encumbered - spent,
                "encumbered",
                encumbered,
                "spent",
                spent);
    }

    Verdict accept(String id) {
        var award = awards.get(id);
        if (award == null) return Verdict.refused("award-not-found");
        if (award.ended()) return Verdict.refused("award-ended");
        if (award.status.equals("accepted")) return Verdict.done(200);
        return new Verdict()
                .because(
                        award.expiresOn != null
                                && award.expiresOn.isBefore(today(award.fund.institution)),
                        "award-expired")
                .because(
                        award.enrollment != null
                                && requireNonNull(enrollments.get(award.enrollment)).isGone(),
                        "enrollment-ended")
                .otherwise(200, () -> credit(award));
    }

    Verdict end(String id, Body b, String how) {
        var award = awards.get(id);
        if (award == null) return Verdict.refused("award-not-found");
        if (award.ended())
            return award.status.equals(how) && b.text("reason").equals(award.reason)
                    ? Verdict.done(200)
                    : Verdict.refused("award-ended");
        return new Verdict().otherwise(200, () -> end(award, how, b.text("reason")));
    }

    void end(Award award, String how, String reason) {
        award.status = how;
        award.reason = reason;
        account(award.fund.institution, award.student).aid.removeIf(aid -> aid.id.equals(award.id));
    }

    Verdict reduce(String id, Body b) {
        var award = awards.get(id);
        if (award == null) return Verdict.refused("award-not-found");
        return new Verdict()
                .because(wrongCurrency(b, "amount", award.fund.institution), "currency-mismatch")
                .because(award.ended(), "award-ended")
                .because(b.amount("amount") > award.amount, "more-than-is-left")
                .otherwise(200, () -> reduce(award, b.amount("amount")));
    }

    void reduce(Award award, long amount) {
        award.amount = amount;
        for (var aid : account(award.fund.institution, award.student).aid)
            if (aid.id.equals(award.id)) aid.amount = amount;
    }

    Verdict expire(String id) {
        var fund = funds.get(id);
        if (fund == null) return Verdict.refused("fund-not-found");
        return new Verdict()
                .otherwise(
                        200,
                        () -> {
                            var today = today(fund.institution);
                            for (var award : awards.values())
                                if (award.fund == fund
                                        && !award.ended()
                                        && award.expiresOn != null
                                        && award.expiresOn.isBefore(today))
                                    keepWhatIsUsed(award, "expired");
                        });
    }

    void keepWhatIsUsed(Award award, String reason) {
        var account = account(award.fund.institution, award.student);
        long used = account.applied(award.id);
        if (used == 0) end(award, "released", reason);
        else if (used < award.amount) reduce(award, used);
    }
}
