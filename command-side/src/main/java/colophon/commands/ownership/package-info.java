/** Looks up the owner of each id in a command. */
@NullMarked
package colophon.commands.ownership;

import org.jspecify.annotations.NullMarked;
