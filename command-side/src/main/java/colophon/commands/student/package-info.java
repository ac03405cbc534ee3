/** Students, known by sealed names, and what they declare for. */
@NullMarked
package colophon.commands.student;

import org.jspecify.annotations.NullMarked;
