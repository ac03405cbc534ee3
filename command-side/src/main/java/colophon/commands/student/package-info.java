/** Students, with sealed names, and their candidacies. */
@NullMarked
package colophon.commands.student;

import org.jspecify.annotations.NullMarked;
