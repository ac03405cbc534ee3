/** Loads the states that a decision reads, locks those it changes, and appends its events. */
@NullMarked
package colophon.commands.loading;

import org.jspecify.annotations.NullMarked;
