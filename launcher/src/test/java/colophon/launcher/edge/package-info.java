/** What stands before every request, by itself. */
@NullMarked
package colophon.launcher.edge;

import org.jspecify.annotations.NullMarked;
