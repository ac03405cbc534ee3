package colophon.system.people;

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
 * Marks a test that runs in the one {@link Town} of all such classes, which a parameter of its
 * methods gives to it. They run one after another in one thread, because a browser is for one
 * thread only; so while one runs, every commit is its own. The names of its people must differ from
 * those of the other classes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsChromium
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(SharesTown.Running.class)
public @interface SharesTown {

    /** Starts the town when the first test asks for it. JUnit closes it after all tests. */
    final class Running implements ParameterResolver {

        private static final Namespace OURS = Namespace.create(Town.class);

        @Override
        public boolean supportsParameter(ParameterContext asked, ExtensionContext context) {
            return asked.getParameter().getType() == Town.class;
        }

        @Override
        public Town resolveParameter(ParameterContext asked, ExtensionContext context) {
            return context.getRoot()
                    .getStore(OURS)
                    .computeIfAbsent(Town.class, _ -> Town.start(), Town.class);
        }
    }
}
