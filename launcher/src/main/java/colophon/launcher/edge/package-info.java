/** Filters and checks that every request passes before our own code reads it. */
@NullMarked
package colophon.launcher.edge;

import org.jspecify.annotations.NullMarked;
