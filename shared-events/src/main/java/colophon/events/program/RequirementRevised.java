package colophon.events.program;

import colophon.events.Stored;
import colophon.events.requirement.Requirement;

import java.time.LocalDate;
import java.util.List;

/**
 * The requirement of a certificate changed, for candidacies declared from a day on.
 *
 * @param version number of this requirement, one more than the last
 * @param appliesFrom first day, inclusive, on which a candidacy falls under this version
 */
@Stored(as = "RequirementRevised", version = 1)
public record RequirementRevised(
        String certificateId,
        int version,
        LocalDate appliesFrom,
        Requirement requirement,
        List<Pathway> pathways)
        implements CertificateEvent {}
