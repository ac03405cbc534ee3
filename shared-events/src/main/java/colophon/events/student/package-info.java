/** What happens to a student and their candidacies. The names are sealed. */
@NullMarked
package colophon.events.student;

import org.jspecify.annotations.NullMarked;
