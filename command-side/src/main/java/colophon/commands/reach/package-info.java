/** Checks that the sender of a command may use the ids in it. */
@NullMarked
package colophon.commands.reach;

import org.jspecify.annotations.NullMarked;
