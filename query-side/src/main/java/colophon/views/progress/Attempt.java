package colophon.views.progress;

import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.views.catalog.Certificate;
import colophon.views.enrollment.Enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A course that a student took to its end.
 *
 * @param completed false if it ended without a completion
 * @param completedOn the day of that outcome
 */
record Attempt(
        String enrollmentId,
        String courseId,
        String programId,
        String institutionId,
        boolean completed,
        LocalDate completedOn) {

    /** Those enrollments that have an outcome. */
    static List<Attempt> of(List<Enrollment> enrollments) {
        var attempts = new ArrayList<Attempt>();
        for (var enrollment : enrollments) {
            var outcome = enrollment.outcome();
            if (outcome == null) continue;
            attempts.add(of(enrollment, outcome.completed(), outcome.completedOn()));
        }
        return attempts;
    }

    static Attempt of(Enrollment enrollment, boolean completed, LocalDate completedOn) {
        return new Attempt(
                enrollment.id(),
                enrollment.courseId(),
                enrollment.programId(),
                enrollment.institutionId(),
                completed,
                completedOn);
    }

    /** True if the course is one of those the set names for this certificate. */
    boolean isIn(CourseSet set, Certificate certificate) {
        return switch (set) {
            case OfProgram _ -> programId.equals(certificate.programId());
            case OfInstitution _ -> institutionId.equals(certificate.institutionId());
            case OfList list -> list.courseIds().contains(courseId);
        };
    }
}
