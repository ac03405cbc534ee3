/** Why a process does not start, said in a line to the person who started it. */
@NullMarked
package colophon.launcher.refused;

import org.jspecify.annotations.NullMarked;
