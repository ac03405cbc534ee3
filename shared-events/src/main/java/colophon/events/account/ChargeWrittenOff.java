package colophon.events.account;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/** The institution gave up this much of a charge. Every balance counts it like a reversal. */
@Stored(as = "ChargeWrittenOff", version = 1)
public record ChargeWrittenOff(
        String institutionId,
        String studentId,
        String chargeId,
        Money amount,
        String reason,
        @BusinessDate LocalDate writtenOffOn)
        implements AccountPosting {}
