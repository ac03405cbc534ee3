/** Outcomes of courses: completed or not, and their reversal. */
@NullMarked
package colophon.commands.enrollment.outcome;

import org.jspecify.annotations.NullMarked;
