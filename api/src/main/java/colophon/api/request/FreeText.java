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

/** Text by people: not blank, without control characters, well-formed Unicode. Null is valid. */
@Constraint(validatedBy = FreeText.FreeTextCheck.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FreeText {

    /** Most characters (UTF-16 units). */
    int max() default 200;

    /** The message of a violation. */
    String message() default
            "must be 1 to {max} characters, not blank, without control characters or broken ones";

    /** Unused; Jakarta Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Jakarta Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class FreeTextCheck implements ConstraintValidator<FreeText, @Nullable CharSequence> {

        private int max = 200;

        @Override
        public void initialize(FreeText words) {
            max = words.max();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            if (text == null) return true;
            if (text.length() > max) return false;
            if (text.codePoints().allMatch(FreeTextCheck::unseen)) return false;
            return text.codePoints().noneMatch(FreeTextCheck::unfit);
        }

        /** True for blanks and formatting characters: a text of only these is invisible. */
        private static boolean unseen(int character) {
            return Character.isWhitespace(character)
                    || Character.isSpaceChar(character)
                    || Character.getType(character) == Character.FORMAT;
        }

        private static boolean unfit(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
                default -> false;
            };
        }
    }
}
