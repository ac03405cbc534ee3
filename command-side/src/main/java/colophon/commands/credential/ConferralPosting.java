package colophon.commands.credential;

import colophon.commands.loading.States;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialEvent;
import colophon.events.progress.tree.Evaluation.Earned;
import colophon.events.student.CandidacyDeclared;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * Appends what happens to a credential, which lies in the transcript that it rests on, too.
 *
 * @param ids gives the ids of new credentials
 */
record ConferralPosting(States states, Supplier<String> ids) {

    /**
     * Confers a certificate.
     *
     * @param supersedes id of the credential that it replaces, or null
     */
    CertificateConferred confer(
            CandidacyDeclared as,
            int version,
            @Nullable String pathway,
            Earned earned,
            @Nullable String supersedes,
            LocalDate on) {
        var conferred =
                new CertificateConferred(
                        ids.get(),
                        as.studentId(),
                        as.certificateId(),
                        as.programId(),
                        as.institutionId(),
                        version,
                        pathway,
                        earned.completions(),
                        earned.allowances(),
                        supersedes,
                        on);
        append(conferred);
        return conferred;
    }

    /** Appends what happens to a credential, to its stream and to the transcript. */
    void append(CredentialEvent event) {
        states.append(
                List.of(
                        Credential.STREAM.stream(event.credentialId()),
                        TranscriptRules.STREAM.stream(event.studentId())),
                List.of(event));
    }
}
