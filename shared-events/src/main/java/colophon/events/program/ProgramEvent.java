package colophon.events.program;

/** Everything that can happen to one program. */
public sealed interface ProgramEvent permits ProgramOpened {

    /** The program this is about. */
    String programId();
}
