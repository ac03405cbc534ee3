/** Whether the clock of the machine can be believed. */
@NullMarked
package colophon.launcher.clock;

import org.jspecify.annotations.NullMarked;
