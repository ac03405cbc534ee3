package colophon.commands.program;

import colophon.events.program.Pathway;
import colophon.events.requirement.Requirement;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Changes the requirement of a certificate, for candidacies declared from a day on.
 *
 * @param pathways null to keep those of the previous version
 * @param preview true to learn the effect and change nothing
 */
public record ReviseRequirement(
        String certificateId,
        Requirement requirement,
        LocalDate appliesFrom,
        @Nullable List<Pathway> pathways,
        boolean preview) {}
