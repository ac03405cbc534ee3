package colophon.api.request;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;

/** A currency for payments; ISO 4217 also has codes for gold, tests and none. Null is valid. */
@Constraint(validatedBy = PayableCurrency.PayableCurrencyCheck.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PayableCurrency {

    /** The message of a violation. */
    String message() default "must be a currency that amounts can be given in";

    /** Unused; Jakarta Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Jakarta Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class PayableCurrencyCheck
            implements ConstraintValidator<PayableCurrency, @Nullable Currency> {

        @Override
        public boolean isValid(@Nullable Currency currency, ConstraintValidatorContext context) {
            return currency == null || currency.getDefaultFractionDigits() >= 0;
        }
    }
}
