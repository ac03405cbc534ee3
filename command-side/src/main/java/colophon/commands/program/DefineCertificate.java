package colophon.commands.program;

import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.requirement.Requirement;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Defines a certificate of a program.
 *
 * @param conferral "automatic" or "approval"
 * @param lapse when a candidacy lapses, or null for never
 */
public record DefineCertificate(
        String certificateId,
        String programId,
        String title,
        String conferral,
        Requirement requirement,
        List<Pathway> pathways,
        @Nullable Lapse lapse) {

    /** A certificate without pathways, whose candidacies never lapse. */
    public DefineCertificate(
            String certificateId,
            String programId,
            String title,
            String conferral,
            Requirement requirement) {
        this(certificateId, programId, title, conferral, requirement, List.of(), null);
    }
}
