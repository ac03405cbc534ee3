/** Answers of commands, kept with their commits so that a repeated request gets the same bytes. */
@NullMarked
package colophon.commands.reply;

import org.jspecify.annotations.NullMarked;
