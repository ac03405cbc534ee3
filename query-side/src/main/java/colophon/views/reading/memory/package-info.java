/** Keeps all views in memory; they are built from the log at every start. */
@NullMarked
package colophon.views.reading.memory;

import org.jspecify.annotations.NullMarked;
