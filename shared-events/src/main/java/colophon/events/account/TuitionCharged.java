package colophon.events.account;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/** Tuition was billed for one enrollment. */
@Stored(as = "TuitionCharged", version = 1)
public record TuitionCharged(
        String institutionId,
        String studentId,
        String enrollmentId,
        String offeringId,
        Money amount,
        LocalDate chargedOn,
        LocalDate dueOn)
        implements AccountEvent {}
