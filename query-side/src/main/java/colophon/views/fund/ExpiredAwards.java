package colophon.views.fund;

import colophon.views.catalog.Institution;
import colophon.views.reading.ViewSnapshot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/** Answers: which funds have awards that are past their last day and not used up? */
public final class ExpiredAwards {

    private static final int PAGE = 1000;

    private final AwardSpending spending = new AwardSpending();

    /** The ids of these funds, the earliest last day first. */
    public Set<String> funds(ViewSnapshot views, Clock clock) {
        var funds = new LinkedHashSet<String>();
        var anywhere = LocalDate.now(clock).plusDays(1); // no zone is more than a day ahead of UTC
        var after = "";
        while (true) {
            var found = views.of(Award.VIEW).find("expiring", "", after, PAGE);
            for (var one : found) {
                var expiresOn = one.value().expiresOn();
                if (expiresOn == null || !expiresOn.isBefore(anywhere)) return funds;
                if (isDue(views, one.value(), expiresOn, clock)) funds.add(one.value().fundId());
            }
            if (found.size() < PAGE) return funds;
            after = found.getLast().at();
        }
    }

    private boolean isDue(ViewSnapshot views, Award award, LocalDate expiresOn, Clock clock) {
        var institution = views.of(Institution.VIEW).get(award.institutionId());
        return institution != null
                && expiresOn.isBefore(LocalDate.ofInstant(clock.instant(), institution.zone()))
                && award.amount().minus(spending.of(views, award)).isPositive();
    }
}
