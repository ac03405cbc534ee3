/** What happens to a student and their candidacies. Who it is stays sealed. */
@NullMarked
package colophon.events.student;

import org.jspecify.annotations.NullMarked;
