/** The HTTP calls that change enrollments. */
@NullMarked
package colophon.commands.enrollment.api;

import org.jspecify.annotations.NullMarked;
