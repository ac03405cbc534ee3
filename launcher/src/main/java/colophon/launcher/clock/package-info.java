/** Checks whether the machine's clock can be trusted. */
@NullMarked
package colophon.launcher.clock;

import org.jspecify.annotations.NullMarked;
