package colophon.commands.offering;

import colophon.api.request.Amount;
import colophon.events.account.ChargeKind;
import colophon.events.refund.RefundPolicy;
import colophon.events.refund.Tier;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A refund policy as a client writes it; see docs/enrollment.md. */
record RefundPolicyBody(
        @NotNull @Size(max = 20) List<@NotNull @Valid TierBody> tiers,
        @Nullable @Valid Amount fee,
        @Nullable Set<@NotNull ChargeKind> nonRefundable,
        @Nullable @Min(0) @Max(100) Integer overrideUpTo) {

    static @Nullable RefundPolicy toPolicy(@Nullable RefundPolicyBody body) {
        return body == null ? null : body.toPolicy();
    }

    /** The policy without a valid version, since the offering counts the versions. */
    RefundPolicy toPolicy() {
        return new RefundPolicy(
                0,
                tiers.stream().map(TierBody::toTier).toList(),
                Amount.toMoney(fee),
                Set.copyOf(Objects.requireNonNullElse(nonRefundable, Set.of())),
                Objects.requireNonNullElse(overrideUpTo, 0));
    }

    @Limited
    record TierBody(
            @Nullable Period until,
            @Nullable @Min(0) @Max(3660) Integer withinDays,
            @NotNull @Min(0) @Max(100) Integer percent,
            @Nullable Set<@NotNull ChargeKind> of) {

        Tier toTier() {
            return new Tier(
                    until,
                    withinDays,
                    percent,
                    Set.copyOf(Objects.requireNonNullElse(of, Set.of())));
        }
    }

    /** A tier has exactly one last day, and it is not too far away. */
    @Constraint(validatedBy = LimitCheck.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Limited {

        String message() default "must have exactly one of until and withinDays";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static final class LimitCheck implements ConstraintValidator<Limited, TierBody> {

        private static final int TEN_YEARS = 3_660;

        @Override
        public boolean isValid(TierBody tier, ConstraintValidatorContext context) {
            if ((tier.until() == null) == (tier.withinDays() == null)) return false;
            if (tier.until() == null || days(tier.until()) <= TEN_YEARS) return true;
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be at most ten years")
                    .addPropertyNode("until")
                    .addConstraintViolation();
            return false;
        }

        private static long days(Period period) {
            return Math.abs(period.toTotalMonths()) * 30 + Math.abs((long) period.getDays());
        }
    }
}
