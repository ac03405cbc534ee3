package org.axonframework.eventsourcing.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Arrays;

/** No case of Axon's depends on the clock, not even one from a newer Axon. */
class NoHasteTest {

    @Test
    void every_case_that_axon_gives_seconds_is_given_minutes() throws NoSuchMethodException {
        var hasty =
                Arrays.stream(EmbeddedEventStoreTest.class.getDeclaredMethods())
                        .filter(it -> it.isAnnotationPresent(Timeout.class))
                        .toList();
        assertThat(hasty).isNotEmpty();
        for (var one : hasty)
            assertThat(AxonsStoreSuite.class.getDeclaredMethod(one.getName()))
                    .matches(it -> it.getAnnotation(Timeout.class).value() >= 60);
    }
}
