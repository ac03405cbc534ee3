package colophon.api.request;

import colophon.events.money.Money;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * Money as a client writes it. Both parts are text, so that no number format can change the value.
 *
 * @param amount plain digits, above zero and below a thousand million, with at most the decimals of
 *     the currency
 * @param currency ISO 4217 code
 */
@Amount.ValidAmount
public record Amount(
        @Schema(example = "1395.00") String amount, @Schema(example = "USD") String currency) {

    /** The exact value. Call it only after validation. */
    public Money toMoney() {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** The exact value, or null if the client gave none. Call it only after validation. */
    public static @Nullable Money toMoney(@Nullable Amount amount) {
        return amount == null ? null : amount.toMoney();
    }

    /** Requires an exact, positive amount. */
    @Constraint(validatedBy = AmountCheck.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface ValidAmount {

        /** Never shown, since the check writes its own messages. */
        String message() default "must be an amount of money";

        /** Unused; Jakarta Validation asks for it. */
        Class<?>[] groups() default {};

        /** Unused; Jakarta Validation asks for it. */
        Class<? extends Payload>[] payload() default {};
    }

    /** The check. */
    public static final class AmountCheck implements ConstraintValidator<ValidAmount, Amount> {

        @Override
        public boolean isValid(@Nullable Amount money, ConstraintValidatorContext context) {
            if (money == null) return true;
            var decimals = decimals(money.currency());
            if (decimals < 0)
                return wrong(context, "currency", "must be the code of a currency, such as USD");
            if (!plain(money.amount()))
                return wrong(
                        context,
                        "amount",
                        "must be text of plain digits such as \"1395.00\", below 1000000000");
            var value = new BigDecimal(money.amount());
            if (value.scale() > decimals)
                return wrong(
                        context,
                        "amount",
                        "must have at most " + decimals + " decimals in " + money.currency());
            if (value.signum() <= 0) return wrong(context, "amount", "must be more than zero");
            return true;
        }

        private static boolean plain(@Nullable String amount) {
            return amount != null && amount.matches("(0|[1-9][0-9]{0,8})([.][0-9]{1,4})?");
        }

        private static int decimals(@Nullable String currency) {
            if (currency == null || !currency.matches("[A-Z]{3}")) return -1;
            try {
                return Currency.getInstance(currency).getDefaultFractionDigits();
            } catch (IllegalArgumentException _) {
                return -1;
            }
        }

        private static boolean wrong(
                ConstraintValidatorContext context, String part, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(part)
                    .addConstraintViolation();
            return false;
        }
    }
}
