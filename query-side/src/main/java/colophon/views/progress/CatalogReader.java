package colophon.views.progress;

import colophon.events.money.Money;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.views.catalog.Course;
import colophon.views.offering.Offering;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads courses and offerings from one snapshot, each list once. */
final class CatalogReader {

    private final ViewSnapshot views;
    private final Map<String, List<String>> programs = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, List<Offering>> offerings = new HashMap<>();

    CatalogReader(ViewSnapshot views) {
        this.views = views;
    }

    /** The units of a course, or null. */
    @Nullable BigDecimal units(String courseId) {
        var course = views.of(Course.VIEW).get(courseId);
        return course == null ? null : course.units();
    }

    /** The ids of the courses of a program, in the order of the catalog. */
    List<String> program(String programId) {
        return programs.computeIfAbsent(
                programId, id -> ids(views.of(Course.VIEW).all("program", id)));
    }

    /** The ids of the courses of a set. */
    Set<String> members(CourseSet set, CandidacyGoal goal) {
        return switch (set) {
            case OfProgram _ ->
                    members.computeIfAbsent(
                            "program " + goal.programId(),
                            _ -> Set.copyOf(program(goal.programId())));
            case OfInstitution _ ->
                    members.computeIfAbsent(
                            "institution " + goal.institutionId(),
                            _ ->
                                    Set.copyOf(
                                            ids(
                                                    views.of(Course.VIEW)
                                                            .all(
                                                                    "institution",
                                                                    goal.institutionId()))));
            case OfPathway _ -> goal.pathway();
            case OfList list -> list.courseIds();
        };
    }

    /** The offerings of a course, the first to start first. */
    List<Offering> offerings(String courseId) {
        return offerings.computeIfAbsent(courseId, id -> views.of(Offering.VIEW).all("course", id));
    }

    /**
     * The price of the cheapest run still to begin, else of the last one; null if there is none.
     */
    @Nullable Money price(String courseId, LocalDate today) {
        Money cheapest = null;
        Money last = null;
        for (var run : offerings(courseId)) {
            if (run.cancelled() != null) continue;
            last = run.tuition();
            if (run.startsOn().isBefore(today)) continue;
            if (cheapest == null || last.compareTo(cheapest) < 0) cheapest = last;
        }
        return cheapest == null ? last : cheapest;
    }

    private static List<String> ids(List<Course> courses) {
        return courses.stream().map(Course::id).toList();
    }
}
