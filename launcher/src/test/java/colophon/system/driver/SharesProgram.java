package colophon.system.driver;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test that runs on the {@link SharedProgram}, which a parameter of its methods gives to
 * it. These classes run one after another, so while one runs, every commit is its own. Its ids must
 * differ from those of the other classes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(SharesProgram.Running.class)
public @interface SharesProgram {

    /** Starts the program when the first test asks for it. JUnit closes it after all tests. */
    final class Running implements ParameterResolver {

        private static final Namespace OURS = Namespace.create(SharedProgram.class);

        @Override
        public boolean supportsParameter(ParameterContext asked, ExtensionContext context) {
            return asked.getParameter().getType() == SharedProgram.class;
        }

        @Override
        public SharedProgram resolveParameter(ParameterContext asked, ExtensionContext context) {
            return context.getRoot()
                    .getStore(OURS)
                    .computeIfAbsent(
                            SharedProgram.class, _ -> SharedProgram.start(), SharedProgram.class);
        }
    }
}
