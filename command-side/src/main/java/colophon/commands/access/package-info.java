/** Looks up each id in a command before the command is decided. */
@NullMarked
package colophon.commands.access;

import org.jspecify.annotations.NullMarked;
