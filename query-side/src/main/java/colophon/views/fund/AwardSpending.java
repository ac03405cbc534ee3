package colophon.views.fund;

import colophon.api.paging.FoundRecord;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.views.account.LedgerView;
import colophon.views.reading.ViewSnapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Computes what awards have paid, from the accounts of their students. An account that has not
 * changed since the last question is not allocated again.
 */
final class AwardSpending {

    private record PaidByAccount(Ledger facts, Map<String, Money> paid) {}

    private final Map<String, PaidByAccount> accounts = new ConcurrentHashMap<>();

    /** The charges and expenses that one award has paid. */
    Money of(ViewSnapshot views, Award award) {
        var nothing = Money.zero(award.amount().currency());
        if (!award.accepted()) return nothing;
        var key = Ledger.key(award.institutionId(), award.studentId());
        var facts = views.of(LedgerView.VIEW).get(key);
        if (facts == null) return nothing;
        var known = accounts.get(key);
        if (known == null || !known.facts.equals(facts)) {
            known = new PaidByAccount(facts, paid(facts));
            accounts.put(key, known);
        }
        return known.paid.getOrDefault(award.id(), nothing);
    }

    /** The same, for all awards of a fund. */
    Money of(ViewSnapshot views, Fund fund) {
        var sum = Money.zero(fund.budget().currency());
        var after = "";
        while (true) {
            var awards = views.of(Award.VIEW).find("fund", fund.id(), after, 1000);
            expect(views, awards.stream().map(FoundRecord::value).toList());
            for (var award : awards) sum = sum.plus(of(views, award.value()));
            if (awards.size() < 1000) return sum;
            after = awards.getLast().at();
        }
    }

    /** Reads the accounts of these awards in one go: one by one, each would cost a round trip. */
    static void expect(ViewSnapshot views, List<Award> awards) {
        views.of(LedgerView.VIEW)
                .load(
                        awards.stream()
                                .map(award -> Ledger.key(award.institutionId(), award.studentId()))
                                .distinct()
                                .toList());
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
