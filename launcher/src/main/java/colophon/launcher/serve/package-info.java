/** How the parts are put together into one serving process. */
@NullMarked
package colophon.launcher.serve;

import org.jspecify.annotations.NullMarked;
