/** How enrollments end: who leaves, what is given back, and who gets the seat. */
@NullMarked
package colophon.commands.leaving;

import org.jspecify.annotations.NullMarked;
