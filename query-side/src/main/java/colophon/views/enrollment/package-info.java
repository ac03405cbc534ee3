/** Who is enrolled in what, and how did it end? */
@NullMarked
package colophon.views.enrollment;

import org.jspecify.annotations.NullMarked;
