package colophon.events.requirement;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/** What must be completed to earn a certificate. {@link RequirementForm} gives its JSON form. */
public sealed interface Requirement {

    /**
     * A number of different courses of a set: {@code {"courses": {"count": 5, "of": "program"}}}.
     */
    record Courses(int count, CourseSet of) implements Requirement {}

    /** A number of units in courses of a set: {@code {"units": {"count": 16, "of": "pathway"}}}. */
    record Units(BigDecimal count, CourseSet of) implements Requirement {

        /** Removes trailing zeros, so that equal amounts are equal records. */
        public Units {
            count = RequirementForm.plain(count);
        }
    }

    /** All parts, each on its own: {@code {"allOf": [part, part]}}. */
    record AllOf(List<Requirement> parts) implements Requirement {}

    /** A number of the parts: {@code {"choose": {"count": 2, "of": [part, part, part]}}}. */
    record Choose(int count, List<Requirement> parts) implements Requirement {}

    /**
     * Only completions within one window count: {@code "within": "P8Y"} beside the node it limits.
     * The last is at most this long after the first, anniversary included.
     */
    record Within(Period period, Requirement inner) implements Requirement {}

    /** Only completions with this {@link Grade} or a better one count: {@code "minimumGrade"}. */
    record MinimumGrade(String grade, Requirement inner) implements Requirement {}

    /**
     * Limits the units that also count toward another certificate or a degree of the student:
     * {@code "maxShared": 6} beside the node it limits.
     */
    record MaxShared(BigDecimal units, Requirement inner) implements Requirement {

        /** See {@link Units}. */
        public MaxShared {
            units = RequirementForm.plain(units);
        }
    }

    /** Limits the units earned at other institutions: {@code "maxTransferred": 6}. */
    record MaxTransferred(BigDecimal units, Requirement inner) implements Requirement {

        /** See {@link Units}. */
        public MaxTransferred {
            units = RequirementForm.plain(units);
        }
    }

    /** The course sets of its nodes, in the order of the tree. */
    default Stream<CourseSet> courseSets() {
        return switch (this) {
            case Courses courses -> Stream.of(courses.of());
            case Units units -> Stream.of(units.of());
            case AllOf all -> all.parts().stream().flatMap(Requirement::courseSets);
            case Choose choose -> choose.parts().stream().flatMap(Requirement::courseSets);
            case Within within -> within.inner().courseSets();
            case MinimumGrade minimum -> minimum.inner().courseSets();
            case MaxShared shared -> shared.inner().courseSets();
            case MaxTransferred transferred -> transferred.inner().courseSets();
        };
    }

    /** The ids of all courses the tree lists, with repetitions. */
    default Stream<String> courseIds() {
        return courseSets()
                .flatMap(
                        set ->
                                set instanceof CourseSet.OfList list
                                        ? list.courseIds().stream()
                                        : Stream.empty());
    }

    /** True if a node asks for courses of the candidate's pathway. */
    default boolean hasPathways() {
        return courseSets().anyMatch(CourseSet.OfPathway.class::isInstance);
    }
}
