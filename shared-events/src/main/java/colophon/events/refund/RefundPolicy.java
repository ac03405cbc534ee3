package colophon.events.refund;

import colophon.events.account.ChargeKind;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What is given back to a student who leaves. The first tier that fits the day and the kind of a
 * charge decides; where none fits, nothing is given back.
 *
 * @param version from 1 for each offering; an enrollment keeps the one it was made under
 * @param tiers most generous first
 * @param fee kept whatever the tiers say, once for an enrollment, or null
 * @param nonRefundable kinds of charges of which a student who leaves gets nothing
 * @param overrideUpTo most percent, 0 to 100, that an administrator may add with a reason
 */
public record RefundPolicy(
        int version,
        List<Tier> tiers,
        @Nullable Money fee,
        Set<ChargeKind> nonRefundable,
        int overrideUpTo) {}
