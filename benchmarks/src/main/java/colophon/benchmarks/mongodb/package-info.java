/** The event log on MongoDB beside what people would use instead of it, on one server. */
@NullMarked
package colophon.benchmarks.mongodb;

import org.jspecify.annotations.NullMarked;
