package colophon.events.progress.completions;

import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;

import java.util.Set;

/**
 * What one candidacy has to meet.
 *
 * @param pathway ids of the courses of the chosen pathway, empty if there is none
 * @param allowances its waivers and substitutions
 */
public record CandidacyGoal(
        String programId,
        String institutionId,
        Requirement requirement,
        Set<String> pathway,
        Allowances allowances) {

    /**
     * True if the course is in the set. A listed course of another institution does not count;
     * otherwise a certificate of one institution would reveal what was completed at another.
     */
    public boolean has(CourseSet set, String courseId, String ofProgram, String ofInstitution) {
        if (!ofInstitution.equals(institutionId)) return false;
        return switch (set) {
            case OfProgram _ -> ofProgram.equals(programId);
            case OfInstitution _ -> true;
            case OfPathway _ -> pathway.contains(courseId);
            case OfList list -> list.courseIds().contains(courseId);
        };
    }
}
