/** What a person at a terminal sees during long work. */
@NullMarked
package colophon.launcher.terminal;

import org.jspecify.annotations.NullMarked;
