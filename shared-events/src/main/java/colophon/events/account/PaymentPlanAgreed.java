package colophon.events.account;

import colophon.events.Stored;

import java.time.LocalDate;
import java.util.List;

/**
 * What is owed on that day is due in instalments, whatever the charges say.
 *
 * @param instalments by day; together what was owed when it was agreed
 */
@Stored(as = "PaymentPlanAgreed", version = 1)
public record PaymentPlanAgreed(
        String institutionId,
        String studentId,
        String planId,
        List<Instalment> instalments,
        LocalDate agreedOn)
        implements AccountEvent {}
