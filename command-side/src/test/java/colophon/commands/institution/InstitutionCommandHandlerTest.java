package colophon.commands.institution;

import static colophon.commands.campus.Sums.USD;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.CommandAnswer;

import org.junit.jupiter.api.Test;

import java.time.ZoneId;

class InstitutionCommandHandlerTest {

    private final CommandSide office = new CommandSide(Campus.NOW);

    @Test
    void registers_once() {
        var made = new InstitutionCommandHandler.InstitutionResult("ucla");

        assertThat(office.send(register("UCLA"))).isEqualTo(CommandAnswer.created(made));
        assertThat(office.send(register("UCLA"))).isEqualTo(CommandAnswer.ok(made));
        assertThat(office.commits()).hasSize(1);
    }

    @Test
    void refuses_an_id_that_is_taken() {
        office.send(register("UCLA"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(register("University of California")))
                .returns(Reason.ID_TAKEN, Refusal::reason);
        assertThat(office.commits()).hasSize(1);
    }

    private static RegisterInstitution register(String name) {
        return new RegisterInstitution("ucla", name, USD, ZoneId.of("America/Los_Angeles"));
    }
}
