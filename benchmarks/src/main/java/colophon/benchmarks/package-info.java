/** How fast it is: drivers that measure what was promised, and write down what they saw. */
@NullMarked
package colophon.benchmarks;

import org.jspecify.annotations.NullMarked;
