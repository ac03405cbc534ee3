package colophon.events.account;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;
import java.util.List;

/**
 * What is owed on that day is due in instalments, not on the due days of the charges.
 *
 * @param instalments in order of days; they add up to what was owed when the plan was agreed
 */
@Stored(as = "PaymentPlanAgreed", version = 1)
public record PaymentPlanAgreed(
        String institutionId,
        String studentId,
        String planId,
        List<Instalment> instalments,
        @BusinessDate LocalDate agreedOn)
        implements AccountPosting {}
