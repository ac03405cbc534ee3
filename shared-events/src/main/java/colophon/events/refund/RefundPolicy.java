package colophon.events.refund;

import colophon.events.account.ChargeKind;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What is refunded to a student who leaves. The first tier that fits the day and the kind of a
 * charge decides. If none fits, nothing is refunded.
 *
 * @param version counted from 1 per offering; an enrollment keeps the version it was made under
 * @param tiers most generous first
 * @param fee amount kept once per enrollment, apart from the tiers, or null
 * @param nonRefundable kinds of charges that are never refunded to a student who leaves
 * @param overrideUpTo most percent, 0 to 100, that an administrator may add with a reason
 */
public record RefundPolicy(
        int version,
        List<Tier> tiers,
        @Nullable Money fee,
        Set<ChargeKind> nonRefundable,
        int overrideUpTo) {}
