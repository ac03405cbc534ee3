/** The report of all measurements. */
@NullMarked
package colophon.benchmarks.report;

import org.jspecify.annotations.NullMarked;
