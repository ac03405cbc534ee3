package colophon.commands.fund;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Holds this much of a fund for an award. {@code expiresOn} is the award's last day, or null. */
public record EncumberFund(
        String fundId,
        String awardId,
        String studentId,
        Money amount,
        @Nullable LocalDate expiresOn) {}
