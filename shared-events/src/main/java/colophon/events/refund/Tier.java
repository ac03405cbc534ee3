package colophon.events.refund;

import colophon.events.account.ChargeKind;

import org.jspecify.annotations.Nullable;

import java.time.Period;
import java.util.Set;

/**
 * One step of a refund policy. It has exactly one of {@code until} and {@code withinDays}.
 *
 * @param until last day, inclusive, relative to the first day of the offering: {@code P-30D} is 30
 *     days before it, {@code P7D} a week after; or null
 * @param withinDays last day, inclusive, counted from the day of the enrollment, which is 0; or
 *     null
 * @param percent percent of the charge that is refunded, 0 to 100
 * @param of the kinds of charges it applies to; empty for all
 */
public record Tier(
        @Nullable Period until, @Nullable Integer withinDays, int percent, Set<ChargeKind> of) {}
