/** Configures the parts of one serving process. */
@NullMarked
package colophon.launcher.serve;

import org.jspecify.annotations.NullMarked;
