/** Reads the log and applies its events to the views. */
@NullMarked
package colophon.views.reading.projection;

import org.jspecify.annotations.NullMarked;
