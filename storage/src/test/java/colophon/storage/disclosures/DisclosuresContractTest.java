package colophon.storage.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.api.paging.FoundRecord;
import colophon.views.disclosure.Disclosure;
import colophon.views.disclosure.Disclosures;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the contract against a store that does nothing. Each case must fail, or it proves nothing.
 */
class DisclosuresContractTest {

    @TestFactory
    Stream<DynamicTest> every_case_fails_on_a_store_that_does_nothing() {
        return cases().map(test -> DynamicTest.dynamicTest(test.getName(), () -> mustFail(test)));
    }

    @Test
    void there_are_cases() {
        assertThat(cases()).hasSizeGreaterThan(4);
    }

    private static Stream<Method> cases() {
        return Stream.of(DisclosuresContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static void mustFail(Method test) throws ReflectiveOperationException {
        var suite = new DoesNothing();
        suite.openDisclosures();
        try {
            test.invoke(suite);
        } catch (InvocationTargetException _) {
            return;
        }
        throw new AssertionError(test.getName() + " passes on a store that does nothing");
    }

    private static final class DoesNothing extends DisclosuresContract {
        @Override
        protected Disclosures open() {
            return new Disclosures() {
                @Override
                public void record(List<Disclosure> looks) {}

                @Override
                public List<FoundRecord<Disclosure>> of(
                        String studentId, String behind, int limit) {
                    return List.of();
                }
            };
        }

        @Override
        protected void shut() {}
    }
}
