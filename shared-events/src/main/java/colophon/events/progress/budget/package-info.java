/** Limits the work of evaluations, counted in steps. */
@NullMarked
package colophon.events.progress.budget;

import org.jspecify.annotations.NullMarked;
