package colophon.system.people;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test that opens pages in {@link Chromium}. Without it, the test is reported as skipped.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("chromium")
@ExtendWith(NeedsChromium.Condition.class)
public @interface NeedsChromium {

    /** Checked before anything of the test is created. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Chromium.installed().isPresent()
                    ? ConditionEvaluationResult.enabled("There is a Chromium")
                    : ConditionEvaluationResult.disabled(
                            "skipped: Chromium is not installed here (a command chromium,"
                                    + " chromium-browser or google-chrome)");
        }
    }
}
