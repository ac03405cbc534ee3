package colophon.commands.credential;

import colophon.commands.loading.States;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.credential.CertificateConferred;
import colophon.events.progress.tree.Evaluation.Earned;
import colophon.events.student.CandidacyDeclared;
import colophon.events.transcript.ConferralPosted;
import colophon.events.transcript.ConferralRemoved;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * Appends what happens to a credential, and what it means for the transcript that it rests on.
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
        states.append(Credential.STREAM.stream(conferred.credentialId()), List.of(conferred));
        states.append(TranscriptRules.STREAM.stream(as.studentId()), List.of(posted(conferred)));
        return conferred;
    }

    /** The transcript no longer holds the credential. {@code barred} if a person revoked it. */
    void remove(CertificateConferred held, boolean barred) {
        states.append(
                TranscriptRules.STREAM.stream(held.studentId()),
                List.of(
                        new ConferralRemoved(
                                held.studentId(),
                                held.certificateId(),
                                held.credentialId(),
                                barred)));
    }

    /** How the transcript holds a credential. */
    static ConferralPosted posted(CertificateConferred as) {
        return new ConferralPosted(
                as.studentId(),
                as.certificateId(),
                as.credentialId(),
                as.completions(),
                as.allowances());
    }
}
