package colophon.commands.program;

import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PROGRAM_NOT_FOUND;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.events.program.ProgramEvent;
import colophon.events.program.ProgramOpened;

import java.util.List;

/** The rules of a program. Pure: no clock, no I/O, no framework. */
public sealed interface Program {

    /** How programs are loaded. */
    Subject<Program, ProgramEvent> SUBJECT =
            new Subject<>("program", new Unknown(), Program::evolve);

    /** Nothing is known of it. */
    record Unknown() implements Program {}

    /** It is offered. */
    record Open(ProgramOpened as) implements Program {}

    /** An empty list when the same program had been opened. */
    static List<ProgramEvent> decide(OpenProgram r, Program program) {
        var opened = new ProgramOpened(r.programId(), r.institutionId(), r.name());
        if (program instanceof Open before && before.as().equals(opened)) return List.of();
        if (program instanceof Open)
            throw new Refusal(
                    ID_TAKEN,
                    "Program " + r.programId() + " exists with another name or institution.");
        return List.of(opened);
    }

    /** The state after one more event. */
    static Program evolve(Program program, ProgramEvent event) {
        return switch (event) {
            case ProgramOpened e -> new Open(e);
        };
    }

    /** What is known of it, or the refusal that it does not exist. */
    static ProgramOpened known(Program program, String id) {
        if (!(program instanceof Open open))
            throw new Refusal(PROGRAM_NOT_FOUND, "There is no program " + id + ".");
        return open.as();
    }
}
