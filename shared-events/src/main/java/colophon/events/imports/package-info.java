/** Files of rows taken in as one batch: that it happened, never what was in them. */
@NullMarked
package colophon.events.imports;

import org.jspecify.annotations.NullMarked;
