package colophon.events.account;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** The plan ended: charges are due on their own days again. */
@Stored(as = "PaymentPlanEnded", version = 1)
public record PaymentPlanEnded(
        String institutionId,
        String studentId,
        String planId,
        String reason,
        @BusinessDate LocalDate endedOn)
        implements AccountPosting {}
