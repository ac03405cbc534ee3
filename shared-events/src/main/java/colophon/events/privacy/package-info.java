/** Values that identify a student, readable only with that student's key. */
@NullMarked
package colophon.events.privacy;

import org.jspecify.annotations.NullMarked;
