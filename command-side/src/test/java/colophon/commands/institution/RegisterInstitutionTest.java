package colophon.commands.institution;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.INSTITUTION_NOT_FOUND;
import static colophon.commands.campus.Sums.USD;
import static colophon.commands.campus.Sums.eur;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.institution.InstitutionRegistered;

import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

class RegisterInstitutionTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void registers_an_institution() {
        given(Institution.STREAM)
                .when(state -> Institution.decide(register("RBS", USD, NEW_YORK), state))
                .then(registered());
    }

    @Test
    void recognises_a_repeated_request() {
        given(Institution.STREAM, registered())
                .when(state -> Institution.decide(register("RBS", USD, NEW_YORK), state))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_an_institution_with_another_name() {
        given(Institution.STREAM, registered())
                .when(state -> Institution.decide(register("CalRBS", USD, NEW_YORK), state))
                .thenRefused(ID_TAKEN, "uva");
    }

    @Test
    void refuses_the_id_of_an_institution_with_another_currency() {
        var euro = Currency.getInstance("EUR");
        given(Institution.STREAM, registered())
                .when(state -> Institution.decide(register("RBS", euro, NEW_YORK), state))
                .thenRefused(ID_TAKEN, "uva");
    }

    @Test
    void refuses_the_id_of_an_institution_with_another_zone() {
        given(Institution.STREAM, registered())
                .when(state -> Institution.decide(register("RBS", USD, ZoneId.of("UTC")), state))
                .thenRefused(ID_TAKEN, "uva");
    }

    @Test
    void is_known_from_then_on() {
        var state = given(Institution.STREAM, registered()).state();
        assertThat(Institution.require(state, "uva")).isEqualTo(registered());
    }

    @Test
    void is_not_known_before() {
        given(Institution.STREAM)
                .when(
                        state -> {
                            Institution.require(state, "uva");
                            return List.of();
                        })
                .thenRefused(INSTITUTION_NOT_FOUND, "uva");
    }

    @Test
    void accepts_amounts_in_its_own_currency_only() {
        given(Institution.STREAM, registered())
                .when(
                        _ -> {
                            Institution.accept(registered(), usd("1"));
                            return List.of();
                        })
                .thenNothing();
        given(Institution.STREAM, registered())
                .when(
                        _ -> {
                            Institution.accept(registered(), eur("1"));
                            return List.of();
                        })
                .thenRefused(CURRENCY_MISMATCH, "1.00 EUR", "uva", "USD");
    }

    private static RegisterInstitution register(String name, Currency currency, ZoneId zone) {
        return new RegisterInstitution("uva", name, currency, zone);
    }

    private static InstitutionRegistered registered() {
        return new InstitutionRegistered("uva", "RBS", USD, NEW_YORK);
    }
}
