package colophon.events.requirement;

import java.util.Set;

/** Which courses may count toward a node of a requirement. */
public sealed interface CourseSet {

    /** Every course of the certificate's own program: {@code "program"}. */
    record OfProgram() implements CourseSet {}

    /** Every course of the certificate's institution: {@code "any"}. */
    record OfInstitution() implements CourseSet {}

    /** The courses of the pathway the candidate chose: {@code "pathway"}. */
    record OfPathway() implements CourseSet {}

    /** The listed courses: a list of course ids. */
    record OfList(Set<String> courseIds) implements CourseSet {}
}
