package colophon.commands.program;

import colophon.events.requirement.Requirement;

/**
 * A certificate can be earned in a program.
 *
 * @param conferral "automatic" or "approval"
 */
public record DefineCertificate(
        String certificateId,
        String programId,
        String title,
        String conferral,
        Requirement requirement) {}
