package colophon.commands.award;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import colophon.commands.fund.Fund;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType.StreamId;
import colophon.events.award.AwardOffered;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the awards of a fund whose last day is over. Accepted awards keep what they have paid; the
 * rest goes back to the fund.
 */
final class AwardExpiries {

    /**
     * Most awards that expire in one commit, since each brings its alternates and accounts along.
     */
    private static final int AT_ONCE = 100;

    private final States states;
    private final AwardChanges changes;

    AwardExpiries(States states) {
        this.states = states;
        this.changes = new AwardChanges(states);
    }

    /** The awards that expired, what they returned, and whether there are more for a next time. */
    record ExpiredBatch(List<String> awards, Money returned, boolean more) {}

    /** The streams that the next expiry may append to. Refused if the fund does not exist. */
    List<StreamId<?, ?>> streams(String fundId, LocalDate today) {
        var streams = new ArrayList<StreamId<?, ?>>();
        over(Fund.require(states, fundId), today).stream()
                .limit(AT_ONCE)
                .forEach(id -> streams.addAll(changes.streams(id)));
        return streams;
    }

    /** Ends or reduces the awards that have expired with something to return. */
    ExpiredBatch expire(String fundId, LocalDate today) {
        var before = Fund.require(states, fundId);
        var over = over(before, today);
        var now = over.stream().limit(AT_ONCE).toList();
        var expired = new ArrayList<String>();
        for (var id : now)
            if (isOver(Fund.require(states, fundId).held().get(id), today)) {
                changes.keepWhatIsUsed(id, AwardChanges.EXPIRED, today);
                expired.add(id);
            }
        return new ExpiredBatch(
                expired,
                returned(before, Fund.require(states, fundId), now),
                over.size() > now.size());
    }

    /** The expired awards with something to return, earliest expiry first. */
    private List<String> over(Fund.Established fund, LocalDate today) {
        return fund.held().values().stream()
                .filter(held -> isOver(held, today))
                .map(Fund.Encumbrance::award)
                .sorted(
                        comparing((AwardOffered award) -> requireNonNull(award.expiresOn()))
                                .thenComparing(AwardOffered::awardId))
                .map(AwardOffered::awardId)
                .toList();
    }

    private boolean isOver(Fund.@Nullable Encumbrance held, LocalDate today) {
        if (held == null) return false;
        var award = held.award();
        return award.expiresOn() != null
                && award.expiresOn().isBefore(today)
                && changes.unused(award.awardId()).isPositive();
    }

    private static Money returned(
            Fund.Established before, Fund.Established after, List<String> awards) {
        var sum = Money.zero(before.budget().currency());
        for (var id : awards) {
            sum = sum.plus(requireNonNull(before.held().get(id)).amount());
            var still = after.held().get(id);
            if (still != null) sum = sum.minus(still.amount());
        }
        return sum;
    }
}
