/** How fast commits are appended to the log. */
@NullMarked
package colophon.benchmarks.append;

import org.jspecify.annotations.NullMarked;
