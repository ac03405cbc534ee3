package colophon.events.requirement;

import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/** What must be completed to earn a certificate. {@link RequirementForm} gives its JSON form. */
public sealed interface Requirement {

    /** So many different courses of a set: {@code {"courses": {"count": 5, "of": "program"}}}. */
    record Courses(int count, CourseSet of) implements Requirement {}

    /** All parts, each for itself: {@code {"allOf": [part, part]}}. */
    record AllOf(List<Requirement> parts) implements Requirement {}

    /**
     * Only completions that lie together in one window count: {@code "within": "P8Y"} beside the
     * node it limits. The last of them is at most this long after the first, anniversary included.
     */
    record Within(Period period, Requirement inner) implements Requirement {}

    /** The ids of all courses the tree names, as often as it names them. */
    default Stream<String> courseIds() {
        return switch (this) {
            case Courses(_, CourseSet.OfList list) -> list.courseIds().stream();
            case Courses _ -> Stream.empty();
            case AllOf all -> all.parts().stream().flatMap(Requirement::courseIds);
            case Within within -> within.inner().courseIds();
        };
    }
}
