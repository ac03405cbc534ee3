/** Who is enrolled in what, and how did the enrollment end? */
@NullMarked
package colophon.views.enrollment;

import org.jspecify.annotations.NullMarked;
