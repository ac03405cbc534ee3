/** How enrollments end: the leaving, the refund, and the next seat offer. */
@NullMarked
package colophon.commands.leaving;

import org.jspecify.annotations.NullMarked;
