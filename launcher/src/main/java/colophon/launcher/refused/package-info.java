/** Why a process does not start, in one line for the person who started it. */
@NullMarked
package colophon.launcher.refused;

import org.jspecify.annotations.NullMarked;
