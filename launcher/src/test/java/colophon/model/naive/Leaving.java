package colophon.model.naive;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The refunds when a student leaves. */
abstract class Leaving extends Books {

    Leaving(Instant now) {
        super(now);
    }

    /** The refund of each open charge of an enrollment, in the order in which a fee is kept. */
    Map<Account.Charge, Long> givenBack(
            Enrollment e,
            @Nullable Map<?, ?> policy,
            LocalDate startsOn,
            LocalDate on,
            boolean byProgram) {
        var back = new LinkedHashMap<Account.Charge, Long>();
        for (var kind : List.of("tuition", "deposit", "fee", "late-fee"))
            for (var charge : account(e.offering.institution, e.student).charges)
                if (e.id.equals(charge.enrollment) && charge.kind.equals(kind) && charge.net() > 0)
                    back.put(
                            charge,
                            byProgram ? charge.net() : back(charge, e.since, policy, startsOn, on));
        if (policy != null && !byProgram) {
            long fee = Body.amount(policy.get("fee"));
            for (var one : back.entrySet()) {
                long kept = Math.min(fee, one.getValue());
                one.setValue(one.getValue() - kept);
                fee -= kept;
            }
        }
        return back;
    }

    static long back(
            Account.Charge charge,
            LocalDate since,
            @Nullable Map<?, ?> policy,
            LocalDate startsOn,
            LocalDate on) {
        if (policy == null) return on.isBefore(startsOn) ? charge.net() : 0;
        if (policy.get("nonRefundable") instanceof List<?> never && never.contains(charge.kind))
            return 0;
        for (var one : (List<?>) requireNonNull(policy.get("tiers"))) {
            var tier = (Map<?, ?>) one;
            if (tier.get("of") instanceof List<?> of && !of.isEmpty() && !of.contains(charge.kind))
                continue;
            var last =
                    tier.get("withinDays") instanceof Integer days
                            ? since.plusDays(days)
                            : startsOn.plus(Period.parse(String.valueOf(tier.get("until"))));
            if (on.isAfter(last)) continue;
            return (charge.net() * (Integer) requireNonNull(tier.get("percent")) + 50)
                    / 100; // rounds half up
        }
        return 0;
    }

    /** Adds an administrator's extra refund; false if it is too much. */
    static boolean override(
            Enrollment e,
            @Nullable Map<?, ?> policy,
            Map<Account.Charge, Long> back,
            Map<?, ?> override) {
        long charged = 0;
        long kept = 0;
        for (var one : back.entrySet()) {
            charged += one.getKey().net();
            kept += one.getKey().net() - one.getValue();
        }
        int limit = policy != null && policy.get("overrideUpTo") instanceof Integer most ? most : 0;
        long most = (charged * limit + 50) / 100;
        int percent = override.get("percent") instanceof Integer given ? given : 0;
        boolean byPercent = percent > 0;
        if (percent > limit) return false;
        long asked =
                byPercent
                        ? Math.min(kept, (charged * percent + 50) / 100)
                        : Body.amount(override.get("amount"));
        if (kept == 0 || asked > most || asked > kept) return false;
        for (var one : back.entrySet()) {
            long more = Math.min(asked, one.getKey().net() - one.getValue());
            one.setValue(one.getValue() + more);
            asked -= more;
        }
        return true;
    }

    /** Settles charges, then awards for this enrollment, then payments that became credit by it. */
    void settle(
            Enrollment e,
            @Nullable Map<Account.Charge, Long> decided,
            @Nullable Map<?, ?> override,
            LocalDate on,
            String reason,
            boolean byProgram) {
        var account = account(e.offering.institution, e.student);
        var before = new HashMap<Account.Payment, Long>();
        long creditBefore = 0;
        for (var payment : account.payments) {
            before.put(payment, account.credit(payment));
            creditBefore += account.credit(payment);
        }
        var back =
                decided != null
                        ? decided
                        : givenBack(e, null, e.offering.startsOn(), on, byProgram);
        back.forEach((charge, amount) -> take(charge, amount, "reversal " + reason));
        for (var award : awards.values())
            if (e.id.equals(award.enrollment) && !award.ended()) keepWhatIsUsed(award, reason);
        long grown = -creditBefore;
        for (var payment : account.payments) grown += account.credit(payment);
        var inOrder = new ArrayList<>(account.payments);
        inOrder.sort(
                Comparator.comparing((Account.Payment p) -> p.receivedOn)
                        .thenComparing(p -> p.number));
        var refunds = new LinkedHashMap<Account.Payment, Long>();
        for (var payment : inOrder) {
            long part =
                    Math.min(grown, account.credit(payment) - requireNonNull(before.get(payment)));
            if (part <= 0) continue;
            refunds.put(payment, part);
            grown -= part;
        }
        refunds.forEach((payment, part) -> payment.refunded += part);
    }
}
