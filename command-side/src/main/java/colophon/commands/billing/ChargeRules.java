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
final class ChargeRules {

    private ChargeRules() {}

    /**
     * Posts a charge. Returns an empty list if the same charge exists already.
     *
     * @param offeringId the offering of its enrollment, or null if it has no enrollment
     */
    static List<AccountEvent> decide(
            PostCharge command, @Nullable String offeringId, Ledger account, LocalDate today) {
        for (var charge : account.charges()) {
            if (!charge.event().chargeId().equals(command.chargeId())) continue;
            if (same(command, charge.event())) return List.of();
            throw new Refusal(
                    ID_TAKEN, "Charge " + command.chargeId() + " exists with other particulars.");
        }
        var on = Objects.requireNonNullElse(command.chargedOn(), today);
        return List.of(
                new ChargePosted(
                        command.institutionId(),
                        command.studentId(),
                        command.chargeId(),
                        command.kind(),
                        command.enrollmentId(),
                        offeringId,
                        command.amount(),
                        command.description(),
                        on,
                        Objects.requireNonNullElse(command.dueOn(), on)));
    }

    /**
     * Reverses or writes off part of a charge, at most what is left. Returns an empty list if the
     * whole charge is meant and was already lowered this way for this reason.
     */
    static List<AccountEvent> decide(ReduceCharge command, Ledger account, LocalDate today) {
        var charge = require(account, command.chargeId());
        var left = account.net(charge);
        if (command.amount() == null && left.isZero() && isRepeated(command, account))
            return List.of();
        var amount = Objects.requireNonNullElse(command.amount(), left);
        if (amount.isZero() || amount.compareTo(left) > 0)
            throw new Refusal(
                    MORE_THAN_IS_LEFT, "Charge " + command.chargeId() + " has " + left + " left.");
        return List.of(
                command.writeOff()
                        ? new ChargeWrittenOff(
                                charge.institutionId(),
                                charge.studentId(),
                                charge.chargeId(),
                                amount,
                                command.reason(),
                                today)
                        : new ChargeReversed(
                                charge.institutionId(),
                                charge.studentId(),
                                charge.chargeId(),
                                amount,
                                command.reason(),
                                today));
    }

    /** The charge. Refused if it does not exist. */
    static ChargePosted require(Ledger account, String chargeId) {
        for (var charge : account.charges())
            if (charge.event().chargeId().equals(chargeId)) return charge.event();
        throw new Refusal(CHARGE_NOT_FOUND, "There is no charge " + chargeId + " on the account.");
    }

    /** What is left of a charge. */
    static Money remaining(Ledger account, String chargeId) {
        return account.net(require(account, chargeId));
    }

    private static boolean isRepeated(ReduceCharge command, Ledger account) {
        return command.writeOff()
                ? account.writeOffs().stream()
                        .anyMatch(
                                e ->
                                        e.event().chargeId().equals(command.chargeId())
                                                && e.event().reason().equals(command.reason()))
                : account.reversals().stream()
                        .anyMatch(
                                e ->
                                        e.event().chargeId().equals(command.chargeId())
                                                && e.event().reason().equals(command.reason()));
    }

    private static boolean same(PostCharge command, ChargePosted before) {
        return command.kind() == before.kind()
                && command.amount().equals(before.amount())
                && command.description().equals(before.description())
                && Objects.equals(command.enrollmentId(), before.enrollmentId())
                && (command.chargedOn() == null || command.chargedOn().equals(before.chargedOn()))
                && (command.dueOn() == null || command.dueOn().equals(before.dueOn()));
    }
}
