package colophon.events.program;

import colophon.events.InCatalog;

/** Everything that can happen to one program. */
@InCatalog
public sealed interface ProgramEvent permits ProgramOpened {

    /** The program this is about. */
    String programId();
}
