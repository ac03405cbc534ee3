package colophon.events.program;

/** Everything that can happen to one course of a catalog. */
public sealed interface CourseEvent permits CourseListed {

    /** The course this is about. */
    String courseId();
}
