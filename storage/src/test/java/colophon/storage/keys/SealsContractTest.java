package colophon.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Runs the contract against keys that do nothing. Each case must fail, or it proves nothing. */
class SealsContractTest {

    @TestFactory
    Stream<DynamicTest> every_case_fails_on_keys_that_do_nothing() {
        return cases().map(test -> DynamicTest.dynamicTest(test.getName(), () -> mustFail(test)));
    }

    @Test
    void there_are_cases() {
        assertThat(cases()).hasSizeGreaterThan(7);
    }

    private static Stream<Method> cases() {
        return Stream.of(SealsContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static void mustFail(Method test) throws ReflectiveOperationException {
        var suite = new DoesNothing();
        suite.openSeals();
        try {
            test.invoke(suite);
        } catch (InvocationTargetException _) {
            return;
        }
        throw new AssertionError(test.getName() + " passes on keys that do nothing");
    }

    private static final class DoesNothing extends SealsContract {

        @Override
        protected Seals open() {
            return new NoSeals();
        }

        @Override
        protected void shut() {}

        @Override
        protected Seals others() {
            return new NoSeals();
        }
    }

    private static final class NoSeals implements Seals {

        @Override
        public Sealed seal(String studentId, String value) {
            return new Sealed("");
        }

        @Override
        public @Nullable String open(String studentId, Sealed sealed) {
            return null;
        }

        @Override
        public String fingerprint(String studentId, String value) {
            return "";
        }

        @Override
        public byte @Nullable [] digest(String studentId, byte[] value) {
            return null;
        }

        @Override
        public boolean isDestroyed(String studentId) {
            return false;
        }

        @Override
        public byte[] digest(byte[] value) {
            return new byte[0];
        }

        @Override
        public void destroy(String studentId) {}
    }
}
