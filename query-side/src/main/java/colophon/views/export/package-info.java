/** What is held about a student, all of it at once? */
@NullMarked
package colophon.views.export;

import org.jspecify.annotations.NullMarked;
