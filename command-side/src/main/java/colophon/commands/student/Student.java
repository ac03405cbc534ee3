package colophon.commands.student;

import static colophon.commands.Reason.ALREADY_DECLARED;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.events.program.CertificateDefined;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentEvent;
import colophon.events.student.StudentRegistered;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules of a student. Pure: no clock, no I/O, no framework. */
public sealed interface Student {

    /** How students are loaded. */
    Subject<Student, StudentEvent> SUBJECT =
            new Subject<>("student", new Unknown(), Student::evolve);

    /** Nothing is known of them. */
    record Unknown() implements Student {}

    /** A known student, with the candidacies by certificate. */
    record Known(StudentRegistered as, Map<String, CandidacyDeclared> candidacies)
            implements Student {}

    /** An empty list when the same person had been registered under this id. */
    static List<StudentEvent> decide(RegisterStudent r, Student student) {
        if (student instanceof Known before && before.as().fingerprint().equals(r.fingerprint()))
            return List.of();
        if (student instanceof Known)
            throw new Refusal(
                    ID_TAKEN, "Student " + r.studentId() + " exists with another name or email.");
        return List.of(
                new StudentRegistered(
                        r.studentId(), r.givenName(), r.familyName(), r.email(), r.fingerprint()));
    }

    /** An empty list when the same candidacy had been declared. */
    static List<StudentEvent> decide(
            DeclareCandidacy r, CertificateDefined certificate, Student student, LocalDate today) {
        var known = known(student, r.studentId());
        var before = known.candidacies().get(r.certificateId());
        if (before != null && same(r, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ALREADY_DECLARED,
                    "Student "
                            + r.studentId()
                            + " declared for "
                            + r.certificateId()
                            + " on "
                            + before.declaredOn()
                            + ".");
        return List.of(
                new CandidacyDeclared(
                        r.studentId(),
                        r.certificateId(),
                        certificate.programId(),
                        certificate.institutionId(),
                        certificate.version(),
                        r.matriculated(),
                        Objects.requireNonNullElse(r.declaredOn(), today)));
    }

    /** The state after one more event. */
    static Student evolve(Student student, StudentEvent event) {
        return switch (event) {
            case StudentRegistered e -> new Known(e, Map.of());
            case CandidacyDeclared e -> declare((Known) student, e);
        };
    }

    /** The known student, or the refusal that there is none. */
    static Known known(Student student, String id) {
        if (!(student instanceof Known known))
            throw new Refusal(STUDENT_NOT_FOUND, "There is no student " + id + ".");
        return known;
    }

    private static boolean same(DeclareCandidacy r, CandidacyDeclared before) {
        return r.matriculated() == before.matriculated()
                && (r.declaredOn() == null || r.declaredOn().equals(before.declaredOn()));
    }

    private static Known declare(Known student, CandidacyDeclared e) {
        var candidacies = new HashMap<>(student.candidacies());
        candidacies.put(e.certificateId(), e);
        return new Known(student.as(), Map.copyOf(candidacies));
    }
}
