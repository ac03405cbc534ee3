package colophon.system.driver;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that starts a {@link Keycloak}. Without one, the test is reported as skipped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("keycloak")
@ExtendWith(NeedsKeycloak.Condition.class)
public @interface NeedsKeycloak {

    /** Checked before anything of the test is created. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (context.getTestMethod().isPresent())
                return ConditionEvaluationResult.enabled("Asked for the class");
            var whyNot = Keycloak.whyNot();
            return whyNot.isEmpty()
                    ? ConditionEvaluationResult.enabled("There is one")
                    : ConditionEvaluationResult.disabled(whyNot);
        }
    }
}
