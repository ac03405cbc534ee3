package colophon.views.credential;

import colophon.api.problem.NotFound;
import colophon.events.Recorded;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialEvent;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialState;
import colophon.events.credential.CredentialSuperseded;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Answers: who holds which certificate, what earned it, and is it still valid?
 *
 * @param place where in the log it was conferred, see {@link Recorded#place()}
 * @param reason why it is not valid, or null if it is
 */
public record Credential(
        String id,
        String studentId,
        String certificateId,
        String institutionId,
        int requirementVersion,
        List<String> completions,
        List<String> allowances,
        LocalDate conferredOn,
        String place,
        CredentialState status,
        @Nullable String reason) {

    /** All credentials; those of a student are in the order in which they were conferred. */
    public static final View<Credential> VIEW =
            View.<Credential>of(
                            "credentials",
                            Credential.class,
                            event -> event instanceof CredentialEvent e ? e.credentialId() : null,
                            Credential::evolve)
                    .indexed("student", Credential::studentId, Credential::place);

    /** Finds the credential. Throws credential-not-found if there is none. */
    public static Credential in(ViewSnapshot views, String id) {
        var credential = views.of(VIEW).get(id);
        if (credential == null)
            throw new NotFound(QueryProblem.CREDENTIAL_NOT_FOUND, "No credential " + id);
        return credential;
    }

    static Credential evolve(@Nullable Credential before, Recorded<?> fact) {
        return switch ((CredentialEvent) fact.event()) {
            case CertificateConferred e ->
                    new Credential(
                            e.credentialId(),
                            e.studentId(),
                            e.certificateId(),
                            e.institutionId(),
                            e.requirementVersion(),
                            e.completions(),
                            e.allowances(),
                            e.conferredOn(),
                            fact.place(),
                            CredentialState.VALID,
                            null);
            case CredentialRevoked e ->
                    existing(before, e).with(CredentialState.REVOKED, e.reason());
            case CredentialReinstated e -> existing(before, e).with(CredentialState.VALID, null);
            case CredentialSuperseded e ->
                    existing(before, e).with(CredentialState.SUPERSEDED, e.reason());
        };
    }

    private static Credential existing(@Nullable Credential before, CredentialEvent event) {
        return View.existing(before, "credential", event.credentialId());
    }

    private Credential with(CredentialState now, @Nullable String why) {
        return new Credential(
                id,
                studentId,
                certificateId,
                institutionId,
                requirementVersion,
                completions,
                allowances,
                conferredOn,
                place,
                now,
                why);
    }
}
