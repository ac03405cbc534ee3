/** The library that needs nothing installed: all views in memory, rebuilt at every start. */
@NullMarked
package colophon.views.reading.memory;

import org.jspecify.annotations.NullMarked;
