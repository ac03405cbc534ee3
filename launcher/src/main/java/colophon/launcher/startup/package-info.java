/** Why a process does not start, in one line for the person who started it. */
@NullMarked
package colophon.launcher.startup;

import org.jspecify.annotations.NullMarked;
