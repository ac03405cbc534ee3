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

/**
 * A body whose fields must agree with each other. A mistake is reported at the body itself, because
 * it is none of a single field.
 */
@Constraint(validatedBy = FieldsAgree.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FieldsAgree {

    /** Never shown, since each body has its own sentence. */
    String message() default "has fields that do not agree";

    /** Unused; Jakarta Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Jakarta Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** A body with this constraint. */
    interface Body {

        /** What is wrong, as the end of a sentence about the body; null if the fields agree. */
        @Nullable String disagreement();
    }

    /** The check. */
    final class Check implements ConstraintValidator<FieldsAgree, Body> {

        @Override
        public boolean isValid(@Nullable Body body, ConstraintValidatorContext context) {
            var wrong = body == null ? null : body.disagreement();
            if (wrong == null) return true;
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(wrong).addConstraintViolation();
            return false;
        }
    }
}
