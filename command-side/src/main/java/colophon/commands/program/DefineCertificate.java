package colophon.commands.program;

import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.requirement.Requirement;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A certificate can be earned in a program.
 *
 * @param conferral "automatic" or "approval"
 * @param lapse null where a candidacy waits for ever
 */
public record DefineCertificate(
        String certificateId,
        String programId,
        String title,
        String conferral,
        Requirement requirement,
        List<Pathway> pathways,
        @Nullable Lapse lapse) {

    /** A certificate without pathways, for which candidates have all the time. */
    public DefineCertificate(
            String certificateId,
            String programId,
            String title,
            String conferral,
            Requirement requirement) {
        this(certificateId, programId, title, conferral, requirement, List.of(), null);
    }
}
