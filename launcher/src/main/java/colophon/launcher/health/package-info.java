/** Health checks and metrics of a process. */
@NullMarked
package colophon.launcher.health;

import org.jspecify.annotations.NullMarked;
