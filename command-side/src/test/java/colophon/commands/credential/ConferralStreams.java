package colophon.commands.credential;

import static colophon.commands.Given.given;
import static colophon.commands.campus.Sums.USD;
import static colophon.commands.credential.CredentialFacts.MAY;
import static colophon.commands.credential.CredentialFacts.TODAY;

import colophon.commands.GivenStreams;
import colophon.commands.institution.Institution;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.program.Certificate;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialEvent;
import colophon.events.credential.CredentialRevoked;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.privacy.Sealed;
import colophon.events.program.CertificateDefined;
import colophon.events.progress.completions.Transcript;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentEvent;
import colophon.events.student.StudentRegistered;
import colophon.events.transcript.TranscriptEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Student s-1, a candidate for certificate c-1, which asks for course m-20. */
final class ConferralStreams {

    static final StreamId<Credential, CredentialEvent> K1 = Credential.STREAM.stream("k-1");
    static final StreamId<Credential, CredentialEvent> K2 = Credential.STREAM.stream("k-2");
    static final StreamId<Transcript, TranscriptEvent> TRANSCRIPT =
            TranscriptRules.STREAM.stream("s-1");
    static final StreamId<Student, StudentEvent> STUDENT = Student.STREAM.stream("s-1");

    /** Noon of {@link CredentialFacts#TODAY}. */
    static final Instant NOW = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    private ConferralStreams() {}

    /**
     * The candidacy, before anything is completed.
     *
     * @param conferral "automatic" or "approval"
     */
    static GivenStreams candidate(String conferral) {
        return given(
                        Institution.STREAM.stream("uva"),
                        new InstitutionRegistered("uva", "UVA", USD, ZoneId.of("America/New_York")))
                .and(
                        Certificate.STREAM.stream("c-1"),
                        new CertificateDefined(
                                "c-1",
                                "rbs",
                                "uva",
                                "Paleography",
                                conferral,
                                1,
                                MAY,
                                new Requirement.Courses(1, new CourseSet.OfList(Set.of("m-20"))),
                                List.of(),
                                null))
                .and(
                        STUDENT,
                        new StudentRegistered(
                                "s-1", new Sealed("?"), new Sealed("?"), null, "print"),
                        new CandidacyDeclared("s-1", "c-1", "rbs", "uva", 1, false, null, MAY));
    }

    /** The same after the course was completed by enrollment e-1. */
    static GivenStreams completed(String conferral) {
        return candidate(conferral).and(TRANSCRIPT, completion("e-1"));
    }

    /** The same after the certificate was conferred as credential k-1. */
    static GivenStreams holder(String conferral) {
        return completed(conferral)
                .and(K1, conferred("k-1", "e-1", null, MAY))
                .and(TRANSCRIPT, conferred("k-1", "e-1", null, MAY));
    }

    static CourseCompleted completion(String enrollmentId) {
        return new CourseCompleted(enrollmentId, "s-1", "m-20", "rbs", "uva", null, "A", MAY);
    }

    static CertificateConferred conferred(
            String id, String enrollmentId, @Nullable String supersedes, LocalDate on) {
        return new CertificateConferred(
                id,
                "s-1",
                "c-1",
                "rbs",
                "uva",
                1,
                null,
                List.of(enrollmentId),
                List.of(),
                supersedes,
                on);
    }

    /** Credential k-1 was revoked. */
    static GivenStreams revoked(GivenStreams past, CredentialRevoked revoked) {
        return past.and(K1, revoked).and(TRANSCRIPT, revoked);
    }

    static CompletionReversed reversed(String enrollmentId) {
        return new CompletionReversed(enrollmentId, "s-1", "m-20", "typo");
    }
}
