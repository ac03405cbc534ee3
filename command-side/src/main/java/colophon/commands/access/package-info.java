/** What the actor of a command may write, and the check of the ids in the command. */
@NullMarked
package colophon.commands.access;

import org.jspecify.annotations.NullMarked;
