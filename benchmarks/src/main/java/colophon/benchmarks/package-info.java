/** Benchmarks that measure the promised figures and write the results down. */
@NullMarked
package colophon.benchmarks;

import org.jspecify.annotations.NullMarked;
