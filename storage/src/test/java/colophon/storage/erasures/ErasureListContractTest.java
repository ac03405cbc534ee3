package colophon.storage.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs the contract against a list that does nothing. Each case must fail, or it proves nothing.
 */
class ErasureListContractTest {

    @TestFactory
    Stream<DynamicTest> every_case_fails_on_a_list_that_does_nothing() {
        return cases().map(test -> DynamicTest.dynamicTest(test.getName(), () -> mustFail(test)));
    }

    @Test
    void there_are_cases() {
        assertThat(cases()).hasSize(3);
    }

    private static Stream<Method> cases() {
        return Stream.of(ErasureListContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static void mustFail(Method test) throws ReflectiveOperationException {
        var suite = new DoesNothing();
        suite.openList();
        try {
            test.invoke(suite);
        } catch (InvocationTargetException _) {
            return;
        }
        throw new AssertionError(test.getName() + " passes on a list that does nothing");
    }

    private static final class DoesNothing extends ErasureListContract {

        @Override
        protected ErasureList open(String log) {
            return new NoList();
        }
    }

    private static final class NoList implements ErasureList {

        @Override
        public Set<String> all() {
            return Set.of();
        }

        @Override
        public void add(String studentId) {}

        @Override
        public long readTo() {
            return 0;
        }

        @Override
        public void readTo(long commit) {}
    }
}
