package colophon.commands.billing;

import static colophon.commands.Reason.CHARGE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.MORE_THAN_IS_LEFT;

import colophon.commands.Refusal;
import colophon.events.account.AccountEvent;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The rules of charges. */
final class Charges {

    private Charges() {}

    /**
     * Posts a charge. Returns an empty list if the same charge exists already.
     *
     * @param offeringId the offering of its enrollment, or null if it has no enrollment
     */
    static List<AccountEvent> decide(
            PostCharge r, @Nullable String offeringId, Ledger account, LocalDate today) {
        for (var charge : account.charges()) {
            if (!charge.event().chargeId().equals(r.chargeId())) continue;
            if (same(r, charge.event())) return List.of();
            throw new Refusal(
                    ID_TAKEN, "Charge " + r.chargeId() + " exists with other particulars.");
        }
        var on = Objects.requireNonNullElse(r.chargedOn(), today);
        return List.of(
                new ChargePosted(
                        r.institutionId(),
                        r.studentId(),
                        r.chargeId(),
                        r.kind(),
                        r.enrollmentId(),
                        offeringId,
                        r.amount(),
                        r.description(),
                        on,
                        Objects.requireNonNullElse(r.dueOn(), on)));
    }

    /**
     * Reverses or writes off part of a charge, at most what is left. Returns an empty list if the
     * whole charge is meant and was already lowered this way for this reason.
     */
    static List<AccountEvent> decide(LowerCharge r, Ledger account, LocalDate today) {
        var charge = known(account, r.chargeId());
        var left = account.net(charge);
        if (r.amount() == null && left.isZero() && gone(r, account)) return List.of();
        var amount = Objects.requireNonNullElse(r.amount(), left);
        if (amount.isZero() || amount.compareTo(left) > 0)
            throw new Refusal(
                    MORE_THAN_IS_LEFT, "Charge " + r.chargeId() + " has " + left + " left.");
        return List.of(
                r.writeOff()
                        ? new ChargeWrittenOff(
                                charge.institutionId(),
                                charge.studentId(),
                                charge.chargeId(),
                                amount,
                                r.reason(),
                                today)
                        : new ChargeReversed(
                                charge.institutionId(),
                                charge.studentId(),
                                charge.chargeId(),
                                amount,
                                r.reason(),
                                today));
    }

    /** The charge. Refused if it does not exist. */
    static ChargePosted known(Ledger account, String chargeId) {
        for (var charge : account.charges())
            if (charge.event().chargeId().equals(chargeId)) return charge.event();
        throw new Refusal(CHARGE_NOT_FOUND, "There is no charge " + chargeId + " on the account.");
    }

    /** What is left of a charge. */
    static Money left(Ledger account, String chargeId) {
        return account.net(known(account, chargeId));
    }

    private static boolean gone(LowerCharge r, Ledger account) {
        return r.writeOff()
                ? account.writeOffs().stream()
                        .anyMatch(
                                e ->
                                        e.event().chargeId().equals(r.chargeId())
                                                && e.event().reason().equals(r.reason()))
                : account.reversals().stream()
                        .anyMatch(
                                e ->
                                        e.event().chargeId().equals(r.chargeId())
                                                && e.event().reason().equals(r.reason()));
    }

    private static boolean same(PostCharge r, ChargePosted before) {
        return r.kind() == before.kind()
                && r.amount().equals(before.amount())
                && r.description().equals(before.description())
                && Objects.equals(r.enrollmentId(), before.enrollmentId())
                && (r.chargedOn() == null || r.chargedOn().equals(before.chargedOn()))
                && (r.dueOn() == null || r.dueOn().equals(before.dueOn()));
    }
}
