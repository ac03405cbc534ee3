package colophon.views.explanation;

import colophon.events.money.Money;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One contribution to a figure.
 *
 * @param position commit of the event it comes from; null for what is only projected
 * @param kind "tuition", "deposit", "fee", "late-fee", "reversal", "write-off", "award",
 *     "award-reduction", "payment", "payment-reversal", "refund", "expense", "expense-reversal",
 *     "reimbursement", "instalment" (what is left of one), "beyond-plan" (of a charge that a plan
 *     has no room for), "credit" (money of a payment that no charge takes), "unused" (money of
 *     another payer beyond the charges), "course" or "estimate" (of what is still needed)
 * @param amount with the sign with which it counts
 * @param on the business date of the event
 * @param reason what was given as the reason, or what a fee is for, or null
 */
@Schema(name = "ExplanationLine")
record Line(
        @Nullable Long position,
        String kind,
        Money amount,
        @Nullable String who,
        @Nullable Instant recordedAt,
        @Nullable LocalDate on,
        @Nullable String reason,
        Map<String, String> ids) {

    /** The ids in one order: the same answer has the same bytes in every process. */
    Line {
        ids = Collections.unmodifiableMap(new TreeMap<>(ids));
    }
}
