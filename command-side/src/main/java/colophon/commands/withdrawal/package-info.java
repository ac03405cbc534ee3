/** How enrollments end: the withdrawal, the refund, and the next seat offer. */
@NullMarked
package colophon.commands.withdrawal;

import org.jspecify.annotations.NullMarked;
