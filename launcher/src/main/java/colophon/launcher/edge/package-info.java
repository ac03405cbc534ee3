/** What every request passes before anything of ours reads it. */
@NullMarked
package colophon.launcher.edge;

import org.jspecify.annotations.NullMarked;
