package colophon.commands.imports.running;

import static colophon.commands.Reason.TOO_MANY_IMPORTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import colophon.commands.Refusal;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places(2);

    @Test
    void one_account_has_so_many_and_another_its_own() {
        places.ask("bursar");
        var second = places.ask("bursar");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> places.ask("bursar"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(TOO_MANY_IMPORTS));
        places.ask("registrar");
        second.close();
        assertThatNoException().isThrownBy(() -> places.ask("bursar"));
    }

    @Test
    void a_place_that_is_left_twice_is_one_place() {
        var first = places.ask("bursar");
        places.ask("bursar");
        first.close();
        first.close();
        places.ask("bursar");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> places.ask("bursar"));
    }

    @Test
    void what_goes_on_is_never_refused_and_counts() {
        for (var n = 0; n < 5; n++) places.take("bursar");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> places.ask("bursar"));
    }

    @Test
    void zero_is_no_limit() {
        var all = new Places(0);
        for (var n = 0; n < 100; n++) assertThatNoException().isThrownBy(() -> all.ask("bursar"));
    }
}
