/** Everything that is held about a student, in one document. */
@NullMarked
package colophon.views.export;

import org.jspecify.annotations.NullMarked;
