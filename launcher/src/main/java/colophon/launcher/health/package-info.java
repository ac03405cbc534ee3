/** How a process does, for whoever watches it. */
@NullMarked
package colophon.launcher.health;

import org.jspecify.annotations.NullMarked;
