@NullMarked
package colophon.launcher.clock;

import org.jspecify.annotations.NullMarked;
