package colophon.views.fund;

import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.views.account.Accounts;
import colophon.views.reading.Edition;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What awards have paid, from the accounts they reached. An account that has not changed since it
 * was last asked about is not allocated again.
 */
final class Spending {

    private record Known(Ledger facts, Map<String, Money> paid) {}

    private final Map<String, Known> accounts = new ConcurrentHashMap<>();

    /** Charges applied and expenses reimbursed by one award. */
    Money of(Edition views, Award award) {
        var nothing = Money.zero(award.amount().currency());
        if (!award.accepted()) return nothing;
        var key = Ledger.key(award.institutionId(), award.studentId());
        var facts = views.of(Accounts.VIEW).get(key);
        if (facts == null) return nothing;
        var known = accounts.get(key);
        if (known == null || known.facts != facts) {
            known = new Known(facts, paid(facts));
            accounts.put(key, known);
        }
        return known.paid.getOrDefault(award.id(), nothing);
    }

    /** The same of all awards of a fund together. */
    Money of(Edition views, Fund fund) {
        var sum = Money.zero(fund.budget().currency());
        var after = "";
        while (true) {
            var awards = views.of(Award.VIEW).find("fund", fund.id(), after, 1000);
            for (var award : awards) sum = sum.plus(of(views, award.value()));
            if (awards.size() < 1000) return sum;
            after = awards.getLast().at();
        }
    }

    private static Map<String, Money> paid(Ledger facts) {
        var paid = new HashMap<String, Money>();
        var allocation = Allocation.of(facts);
        for (var part : allocation.applied())
            paid.merge(part.award().event().awardId(), part.amount(), Money::plus);
        for (var part : allocation.reimbursed())
            paid.merge(part.award().event().awardId(), part.amount(), Money::plus);
        return Map.copyOf(paid);
    }
}
