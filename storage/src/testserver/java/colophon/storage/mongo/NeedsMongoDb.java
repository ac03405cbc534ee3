package colophon.storage.mongo;

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
 * A test that asks {@link TestServer} for a server: where there is none, it is reported as not run.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("mongodb")
@ExtendWith(NeedsMongoDb.Condition.class)
public @interface NeedsMongoDb {

    /** Asked before anything of the test is made. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var whyNot = TestServer.whyNot();
            return whyNot.isEmpty()
                    ? ConditionEvaluationResult.enabled("There is a server")
                    : ConditionEvaluationResult.disabled(whyNot);
        }
    }
}
