/** Who is this student, and which students are there? */
@NullMarked
package colophon.views.student;

import org.jspecify.annotations.NullMarked;
