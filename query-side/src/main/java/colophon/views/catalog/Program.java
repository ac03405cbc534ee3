package colophon.views.catalog;

import colophon.events.Recorded;
import colophon.events.program.ProgramEvent;
import colophon.events.program.ProgramOpened;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

/** Answers: what is this program called, and which institution offers it? */
public record Program(String id, String institutionId, String name) {

    /** All programs, by id; the index {@code institution} finds those of an institution. */
    public static final View<Program> VIEW =
            View.<Program>of(
                            "programs",
                            Program.class,
                            event -> event instanceof ProgramEvent e ? e.programId() : null,
                            Program::evolve)
                    .indexed("institution", Program::institutionId, _ -> "");

    static Program evolve(@Nullable Program before, Recorded<?> fact) {
        return switch ((ProgramEvent) fact.event()) {
            case ProgramOpened e -> new Program(e.programId(), e.institutionId(), e.name());
        };
    }
}
