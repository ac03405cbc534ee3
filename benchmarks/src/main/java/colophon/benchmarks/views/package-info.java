/** How fast the log is read into the views. */
@NullMarked
package colophon.benchmarks.views;

import org.jspecify.annotations.NullMarked;
