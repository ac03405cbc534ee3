package colophon.events.program;

import colophon.events.Stored;
import colophon.events.requirement.Requirement;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A certificate was defined, with its first requirement.
 *
 * @param conferral "automatic", or "approval" if an administrator confirms each conferral
 * @param version number of this requirement, from 1
 * @param appliesFrom first day, inclusive, on which a candidacy falls under this version
 * @param lapse when a candidacy lapses, or null for never
 */
@Stored(as = "CertificateDefined", version = 2)
public record CertificateDefined(
        String certificateId,
        String programId,
        String institutionId,
        String title,
        String conferral,
        int version,
        LocalDate appliesFrom,
        Requirement requirement,
        List<Pathway> pathways,
        @Nullable Lapse lapse)
        implements CertificateEvent {}
