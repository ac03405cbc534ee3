package colophon.events.progress;

import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;

import java.util.Set;

/**
 * What one candidacy asks for.
 *
 * @param pathway ids of the courses of the chosen pathway, empty where there is none
 * @param allowances what of it was waived or substituted
 */
public record Goal(
        String programId,
        String institutionId,
        Requirement requirement,
        Set<String> pathway,
        Allowances allowances) {

    /**
     * True if the course is one of those the set names for this certificate. What a list names
     * beyond its own institution does not count: nobody learns from one institution's certificate
     * what was completed at another.
     */
    boolean has(CourseSet set, String courseId, String ofProgram, String ofInstitution) {
        if (!ofInstitution.equals(institutionId)) return false;
        return switch (set) {
            case OfProgram _ -> ofProgram.equals(programId);
            case OfInstitution _ -> true;
            case OfPathway _ -> pathway.contains(courseId);
            case OfList list -> list.courseIds().contains(courseId);
        };
    }
}
