package colophon.views.reading;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.api.paging.FoundRecord;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Runs the contract against a library that does nothing. Each case must fail, or it proves nothing.
 */
class ViewStoreContractTest {

    @Test
    void fails_in_every_case_on_a_library_that_does_nothing() throws Exception {
        var passed = new ArrayList<String>();
        int cases = 0;
        for (var method : ViewStoreContract.class.getDeclaredMethods()) {
            if (!method.isAnnotationPresent(Test.class)) continue;
            cases++;
            method.setAccessible(true);
            try {
                method.invoke(new NothingContract());
                passed.add(method.getName());
            } catch (InvocationTargetException expected) {
                assertThat(expected.getCause()).isInstanceOf(AssertionError.class);
            }
        }
        assertThat(cases).isGreaterThan(8);
        assertThat(passed).isEmpty();
    }

    private static final class NothingContract extends ViewStoreContract {
        @Override
        protected WritableViewDatabase library(List<View<?>> views) {
            return new Nothing();
        }
    }

    private static final class Nothing implements WritableViewDatabase, ViewSnapshot {

        @Override
        public <V> ViewStore<V> store(View<V> view) {
            return new NothingStore<>();
        }

        @Override
        public void publish(long position) {}

        @Override
        public ViewSnapshot snapshot() {
            return this;
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return LocalDate.EPOCH;
        }

        @Override
        public int generation() {
            return 0;
        }

        @Override
        public long position() {
            return 0;
        }

        @Override
        public <V> ViewReader<V> of(View<V> view) {
            return new NothingStore<>();
        }
    }

    private static final class NothingStore<V> implements ViewStore<V>, ViewReader<V> {

        @Override
        public @Nullable VersionedRecord<V> kept(String key) {
            return null;
        }

        @Override
        public void save(List<VersionedRecord<V>> changed) {}

        @Override
        public Map<String, VersionedRecord<V>> load(Collection<String> keys) {
            return Map.of();
        }

        @Override
        public List<FoundRecord<V>> find(String index, String value, String after, int limit) {
            return List.of();
        }
    }
}
