/** Reads the log into the views while a process serves. */
@NullMarked
package colophon.launcher.views;

import org.jspecify.annotations.NullMarked;
