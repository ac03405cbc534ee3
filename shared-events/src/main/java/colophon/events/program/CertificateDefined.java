package colophon.events.program;

import colophon.events.Stored;
import colophon.events.requirement.Requirement;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A certificate can be earned, by what its first requirement says.
 *
 * @param conferral "automatic" or "approval": who turns a met requirement into a certificate
 * @param version number of this requirement, from 1
 * @param appliesFrom first day, inclusive, on which a candidacy falls under this version
 * @param lapse null where a candidacy waits for ever
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
