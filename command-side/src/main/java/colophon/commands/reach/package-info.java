/** Whose is what a command names? */
@NullMarked
package colophon.commands.reach;

import org.jspecify.annotations.NullMarked;
