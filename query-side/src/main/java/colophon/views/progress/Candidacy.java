package colophon.views.progress;

import colophon.events.Recorded;
import colophon.events.student.CandidacyDeclared;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Answers: who pursues which certificate, under which version of its requirement? */
public record Candidacy(
        String studentId,
        String certificateId,
        String programId,
        String institutionId,
        int requirementVersion,
        boolean matriculated,
        LocalDate declaredOn) {

    /** All candidacies; those of a student by certificate, those for a certificate by student. */
    public static final View<Candidacy> VIEW =
            View.<Candidacy>of(
                            "candidacies",
                            event ->
                                    event instanceof CandidacyDeclared e
                                            ? e.studentId() + "/" + e.certificateId()
                                            : null,
                            Candidacy::evolve)
                    .indexed("student", Candidacy::studentId, Candidacy::certificateId)
                    .indexed("certificate", Candidacy::certificateId, Candidacy::studentId);

    static Candidacy evolve(@Nullable Candidacy before, Recorded<?> fact) {
        var e = (CandidacyDeclared) fact.event();
        return new Candidacy(
                e.studentId(),
                e.certificateId(),
                e.programId(),
                e.institutionId(),
                e.requirementVersion(),
                e.matriculated(),
                e.declaredOn());
    }
}
