package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.architecture.wrong.colophon.hasty.HastyTest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of haste is found separately. */
class HastyTimingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Timeout of PT20S",
                "@Timeout of PT0.1S",
                "says_so, line",
                "measures, line",
                "sleeps, line",
                "waits_for_a_constant, line",
                "waits_for_a_number, line",
                "waits_for_what_it_is_not_told, line",
                "waits_for_a_latch, line",
                "waits_for_a_thread, line",
                "waits_for_a_socket, line"
            })
    void haste_is_found(String kind) {
        assertThat(HastyTiming.in(House.WRONG.get(HastyTest.class)))
                .anyMatch(it -> it.startsWith(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = "takes_its_time")
    void patience_is_not(String method) {
        assertThat(HastyTiming.in(House.WRONG.get(HastyTest.class)))
                .noneMatch(it -> it.startsWith(method) || it.contains("PT2M"));
    }
}
