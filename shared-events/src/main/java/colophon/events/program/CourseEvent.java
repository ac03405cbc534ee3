package colophon.events.program;

import colophon.events.InCatalog;

/** Everything that can happen to one course of a catalog. */
@InCatalog
public sealed interface CourseEvent permits CourseListed {

    /** The course this is about. */
    String courseId();
}
