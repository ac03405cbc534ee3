package colophon.views.history.text;

import colophon.events.program.ProgramEvent;
import colophon.events.program.ProgramOpened;

/** The texts of the events of a program. */
final class ProgramText {

    private ProgramText() {}

    static String of(ProgramEvent event) {
        return switch (event) {
            case ProgramOpened _ -> "Program {programId} opened: {name}";
        };
    }
}
