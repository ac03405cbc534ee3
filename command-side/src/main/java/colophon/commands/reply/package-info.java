/** What a command answered, kept with its commit so that a repeated request gets the same bytes. */
@NullMarked
package colophon.commands.reply;

import org.jspecify.annotations.NullMarked;
