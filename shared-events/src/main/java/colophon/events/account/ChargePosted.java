package colophon.events.account;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Something was billed.
 *
 * @param chargeId unique in the account
 * @param enrollmentId the enrollment it is billed for, or null for a fee without one
 * @param description what a fee is for, or null if the kind says enough
 */
@Stored(as = "ChargePosted", version = 1)
public record ChargePosted(
        String institutionId,
        String studentId,
        String chargeId,
        ChargeKind kind,
        @Nullable String enrollmentId,
        @Nullable String offeringId,
        Money amount,
        @Nullable String description,
        @BusinessDate LocalDate chargedOn,
        LocalDate dueOn)
        implements AccountPosting {}
