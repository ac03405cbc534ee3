/** Enrollments: one student in one offering, from the seat to the outcome. */
@NullMarked
package colophon.commands.enrollment;

import org.jspecify.annotations.NullMarked;
