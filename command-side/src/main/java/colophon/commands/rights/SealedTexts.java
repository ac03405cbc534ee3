package colophon.commands.rights;

import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import java.util.Arrays;
import java.util.List;

/** Sealed texts; {@code fingerprint} recognises the same texts again. */
record SealedTexts(List<Sealed> sealed, String fingerprint) {

    static SealedTexts of(Seals seals, String studentId, String... clear) {
        return new SealedTexts(
                Arrays.stream(clear).map(text -> seals.seal(studentId, text)).toList(),
                seals.fingerprint(studentId, String.join("\n", clear)));
    }
}
