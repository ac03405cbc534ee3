/** How fast a server answers, and when others see what it decided. */
@NullMarked
package colophon.benchmarks.http;

import org.jspecify.annotations.NullMarked;
