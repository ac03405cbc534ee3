/** Compares the event log on MongoDB with alternatives, on one server. */
@NullMarked
package colophon.benchmarks.mongodb;

import org.jspecify.annotations.NullMarked;
