package colophon.commands.rights;

import colophon.events.privacy.Sealed;
import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.StatementPlaced;

import java.util.Arrays;
import java.util.List;

/** Makers for the tests of rights. These texts are sealed by a seal that hides nothing. */
final class RightsFacts {

    private RightsFacts() {}

    static SealedTexts texts(String... clear) {
        return new SealedTexts(
                Arrays.stream(clear).map(Sealed::new).toList(), String.join("|", clear));
    }

    static AmendmentRequested requested() {
        return new AmendmentRequested(
                "s-1", "m-1", new Sealed("grade C"), new Sealed("grade A"), "grade C|grade A");
    }

    static AmendmentDecided granted() {
        return new AmendmentDecided(
                "s-1", "m-1", true, new Sealed("so it was"), List.of(17L), "so it was");
    }

    static AmendmentDecided denied() {
        return new AmendmentDecided("s-1", "m-1", false, new Sealed("no"), List.of(), "no");
    }

    static StatementPlaced stated(String text) {
        return new StatementPlaced("s-1", "m-1", new Sealed(text), text);
    }
}
