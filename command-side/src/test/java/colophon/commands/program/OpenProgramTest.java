package colophon.commands.program;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PROGRAM_NOT_FOUND;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.program.ProgramOpened;

import org.junit.jupiter.api.Test;

import java.util.List;

class OpenProgramTest {

    @Test
    void opens_a_program() {
        given(Program.STREAM)
                .when(state -> Program.decide(open("uva", "Rare books"), state))
                .then(opened());
    }

    @Test
    void recognises_a_repeated_request() {
        given(Program.STREAM, opened())
                .when(state -> Program.decide(open("uva", "Rare books"), state))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_a_program_with_another_name() {
        given(Program.STREAM, opened())
                .when(state -> Program.decide(open("uva", "Maps"), state))
                .thenRefused(ID_TAKEN, "rbs");
    }

    @Test
    void refuses_the_id_of_a_program_of_another_institution() {
        given(Program.STREAM, opened())
                .when(state -> Program.decide(open("ucla", "Rare books"), state))
                .thenRefused(ID_TAKEN, "rbs");
    }

    @Test
    void is_known_from_then_on_and_not_before() {
        assertThat(Program.require(given(Program.STREAM, opened()).state(), "rbs"))
                .isEqualTo(opened());
        given(Program.STREAM)
                .when(
                        state -> {
                            Program.require(state, "rbs");
                            return List.of();
                        })
                .thenRefused(PROGRAM_NOT_FOUND, "rbs");
    }

    private static OpenProgram open(String institutionId, String name) {
        return new OpenProgram("rbs", institutionId, name);
    }

    private static ProgramOpened opened() {
        return new ProgramOpened("rbs", "uva", "Rare books");
    }
}
