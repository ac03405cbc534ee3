package colophon.events.credential;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A certificate was conferred on a student.
 *
 * @param requirementVersion the version of the requirement that was met
 * @param pathway id of the pathway it was earned in, or null
 * @param completions ids of the enrollments and transferred credits that earned it
 * @param allowances ids of the waivers and substitutions it needed
 * @param supersedes id of the credential it replaces, or null
 */
@Stored(as = "CertificateConferred", version = 1)
public record CertificateConferred(
        String credentialId,
        String studentId,
        String certificateId,
        String programId,
        String institutionId,
        int requirementVersion,
        @Nullable String pathway,
        List<String> completions,
        List<String> allowances,
        @Nullable String supersedes,
        @BusinessDate LocalDate conferredOn)
        implements CredentialEvent {}
