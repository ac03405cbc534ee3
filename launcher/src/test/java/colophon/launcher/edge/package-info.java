/** Unit tests of the filters for every request. */
@NullMarked
package colophon.launcher.edge;

import org.jspecify.annotations.NullMarked;
