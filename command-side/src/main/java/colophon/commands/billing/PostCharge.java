package colophon.commands.billing;

import colophon.events.account.ChargeKind;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Bills a student a fee.
 *
 * @param chargeId unique in the account
 * @param kind a fee or a late fee; tuition and deposits are charged by enrolling
 * @param enrollmentId the enrollment it is for, or null
 * @param chargedOn null for today
 * @param dueOn null for the day it is charged
 */
public record PostCharge(
        String studentId,
        String institutionId,
        String chargeId,
        ChargeKind kind,
        Money amount,
        String description,
        @Nullable String enrollmentId,
        @Nullable LocalDate chargedOn,
        @Nullable LocalDate dueOn) {}
