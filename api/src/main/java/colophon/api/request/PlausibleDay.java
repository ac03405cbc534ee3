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
import java.time.LocalDate;

/** A plausible day, in the years 1900 to 2199. Null is valid. */
@Constraint(validatedBy = PlausibleDay.PlausibleDayCheck.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlausibleDay {

    /** The message of a violation. */
    String message() default "must be a day of the years 1900 to 2199";

    /** Unused; Jakarta Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Jakarta Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class PlausibleDayCheck
            implements ConstraintValidator<PlausibleDay, @Nullable LocalDate> {

        /** True for a day that the API accepts; calculations with days fail far beyond them. */
        public static boolean isPlausible(LocalDate day) {
            return day.getYear() >= 1900 && day.getYear() < 2200;
        }

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || isPlausible(day);
        }
    }
}
