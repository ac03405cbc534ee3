package colophon.commands.imports.running;

import static colophon.commands.Reason.TOO_MANY_IMPORTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import colophon.commands.Refusal;

import org.junit.jupiter.api.Test;

class ConcurrentImportLimitTest {

    private final ConcurrentImportLimit limit = new ConcurrentImportLimit(2);

    @Test
    void one_account_has_so_many_and_another_its_own() {
        limit.ask("bursar");
        var second = limit.ask("bursar");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> limit.ask("bursar"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(TOO_MANY_IMPORTS));
        limit.ask("registrar");
        second.close();
        assertThatNoException().isThrownBy(() -> limit.ask("bursar"));
    }

    @Test
    void a_place_that_is_left_twice_is_one_place() {
        var first = limit.ask("bursar");
        limit.ask("bursar");
        first.close();
        first.close();
        limit.ask("bursar");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> limit.ask("bursar"));
    }

    @Test
    void what_goes_on_is_never_refused_and_counts() {
        for (var n = 0; n < 5; n++) limit.take("bursar");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> limit.ask("bursar"));
    }

    @Test
    void zero_is_no_limit() {
        var all = new ConcurrentImportLimit(0);
        for (var n = 0; n < 100; n++) assertThatNoException().isThrownBy(() -> all.ask("bursar"));
    }
}
