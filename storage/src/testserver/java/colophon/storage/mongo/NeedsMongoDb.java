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

/** A test that asks {@link TestServer} for a server. Without one it is reported as skipped. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("mongodb")
@ExtendWith(NeedsMongoDb.Condition.class)
public @interface NeedsMongoDb {

    /** Evaluated before the test class is created. */
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
