package colophon.commands.program;

import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PROGRAM_NOT_FOUND;

import colophon.commands.Refusal;
import colophon.commands.loading.StreamType;
import colophon.events.program.ProgramEvent;
import colophon.events.program.ProgramOpened;

import java.util.List;

/** The rules of a program. */
public sealed interface Program {

    /** How programs are loaded. */
    StreamType<Program, ProgramEvent> STREAM =
            new StreamType<>("program", new Unknown(), Program::evolve, PROGRAM_NOT_FOUND);

    /** The program does not exist. */
    record Unknown() implements Program {}

    /** The program is open. */
    record Open(ProgramOpened as) implements Program {}

    /** Opens a program. Returns an empty list if the same program is open already. */
    static List<ProgramEvent> decide(OpenProgram command, Program program) {
        var opened =
                new ProgramOpened(command.programId(), command.institutionId(), command.name());
        if (program instanceof Open before && before.as().equals(opened)) return List.of();
        if (program instanceof Open)
            throw new Refusal(
                    ID_TAKEN,
                    "Program " + command.programId() + " exists with another name or institution.");
        return List.of(opened);
    }

    /** The state after one more event. */
    static Program evolve(Program program, ProgramEvent event) {
        return switch (event) {
            case ProgramOpened e -> new Open(e);
        };
    }

    /** The event that opened it. Refused if it does not exist. */
    static ProgramOpened require(Program program, String id) {
        return STREAM.require(program, Open.class, id).as();
    }
}
