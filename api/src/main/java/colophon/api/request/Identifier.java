package colophon.api.request;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An id as the API allows it. Null is valid. */
@Pattern(regexp = Identifier.FORM)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Identifier {

    /** The form of an id, as a regular expression. */
    String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** The message of a violation. */
    String message() default
            "must be 1 to 64 letters, digits, dots, dashes or underscores, and start with a letter"
                    + " or digit";

    /** Unused; Jakarta Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Jakarta Validation asks for it. */
    Class<? extends Payload>[] payload() default {};
}
