package colophon.views.progress;

import colophon.events.Recorded;
import colophon.events.program.Lapse;
import colophon.events.progress.LapseClock;
import colophon.events.progress.LapseClock.LeavePeriod;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.CandidacyMoved;
import colophon.events.student.CandidacyReinstated;
import colophon.events.student.ErasureRequested;
import colophon.events.student.ErasureWithdrawn;
import colophon.events.student.LeaveGranted;
import colophon.events.student.StudentErased;
import colophon.events.student.StudentEvent;
import colophon.events.student.StudentRegistered;
import colophon.views.enrollment.Enrollment;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers: who pursues which certificate, under which version of its requirement?
 *
 * @param pathway id of the chosen pathway, or null
 * @param began the day from which its time runs: the declaration, or the last reinstatement
 */
public record Candidacy(
        String studentId,
        String certificateId,
        String programId,
        String institutionId,
        int requirementVersion,
        boolean matriculated,
        @Nullable String pathway,
        LocalDate declaredOn,
        LocalDate began,
        List<LeavePeriod> leaves) {

    /**
     * All candidacies; those of a student are by certificate, those for a certificate by student.
     */
    public static final View<Candidacy> VIEW =
            View.<Candidacy>of("candidacies", Candidacy.class, Candidacy::key, Candidacy::evolve)
                    .indexed("student", Candidacy::studentId, Candidacy::certificateId)
                    .indexed("certificate", Candidacy::certificateId, Candidacy::studentId);

    /**
     * The last day of the candidacy if nothing more happens, or null if it does not lapse.
     *
     * @param enrollments of the student; those at the same institution keep it alive
     */
    public @Nullable LocalDate lastDay(@Nullable Lapse lapse, List<Enrollment> enrollments) {
        if (lapse == null) return null;
        var signs = new ArrayList<LocalDate>();
        for (var enrollment : enrollments) {
            if (!enrollment.institutionId().equals(institutionId)) continue;
            signs.add(enrollment.effectiveOn());
            var outcome = enrollment.outcome();
            if (outcome != null) signs.add(outcome.completedOn());
        }
        return LapseClock.lastDay(lapse.after(), began, signs, leaves);
    }

    static Candidacy evolve(@Nullable Candidacy before, Recorded<?> fact) {
        return switch ((StudentEvent) fact.event()) {
            case CandidacyDeclared e ->
                    new Candidacy(
                            e.studentId(),
                            e.certificateId(),
                            e.programId(),
                            e.institutionId(),
                            e.requirementVersion(),
                            e.matriculated(),
                            e.pathway(),
                            e.declaredOn(),
                            e.declaredOn(),
                            List.of());
            case CandidacyMoved e -> existing(before, e).with(e.requirementVersion(), e.pathway());
            case LeaveGranted e -> existing(before, e).with(new LeavePeriod(e.from(), e.until()));
            case CandidacyReinstated e -> existing(before, e).reinstated(e.reinstatedOn());
            case StudentRegistered _, ErasureRequested _, ErasureWithdrawn _, StudentErased _ ->
                    throw new IllegalArgumentException("No candidacy: " + fact.event());
        };
    }

    private static @Nullable String key(Object event) {
        return switch (event) {
            case CandidacyDeclared e -> e.studentId() + "/" + e.certificateId();
            case CandidacyMoved e -> e.studentId() + "/" + e.certificateId();
            case LeaveGranted e -> e.studentId() + "/" + e.certificateId();
            case CandidacyReinstated e -> e.studentId() + "/" + e.certificateId();
            default -> null;
        };
    }

    private static Candidacy existing(@Nullable Candidacy before, StudentEvent event) {
        return View.existing(before, "candidacy of", event.studentId());
    }

    private Candidacy with(int version, @Nullable String chosen) {
        return new Candidacy(
                studentId,
                certificateId,
                programId,
                institutionId,
                version,
                matriculated,
                chosen,
                declaredOn,
                began,
                leaves);
    }

    private Candidacy with(LeavePeriod leave) {
        var all = new ArrayList<>(leaves);
        all.add(leave);
        return since(began, List.copyOf(all));
    }

    private Candidacy reinstated(LocalDate on) {
        return since(on, leaves);
    }

    private Candidacy since(LocalDate day, List<LeavePeriod> all) {
        return new Candidacy(
                studentId,
                certificateId,
                programId,
                institutionId,
                requirementVersion,
                matriculated,
                pathway,
                declaredOn,
                day,
                all);
    }
}
