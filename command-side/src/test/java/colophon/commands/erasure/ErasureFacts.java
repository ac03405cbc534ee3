package colophon.commands.erasure;

import colophon.events.privacy.Sealed;
import colophon.events.student.ErasureRequested;
import colophon.events.student.ErasureWithdrawn;
import colophon.events.student.StudentErased;
import colophon.events.student.StudentRegistered;

/** Student s-1. Administrator anna requests the erasure and ben confirms it. */
final class ErasureFacts {

    static final ErasureRequested ASKED = new ErasureRequested("s-1", "asked by letter", "anna");
    static final ErasureWithdrawn WITHDRAWN = new ErasureWithdrawn("s-1", "the wrong student");
    static final StudentErased ERASED = new StudentErased("s-1", "ben");

    private ErasureFacts() {}

    static StudentRegistered registered() {
        return new StudentRegistered("s-1", new Sealed("Ada"), new Sealed("Lovelace"), null, "#1");
    }
}
