/** Files of rows imported as one batch: the fact of it, never the contents of the rows. */
@NullMarked
package colophon.events.imports;

import org.jspecify.annotations.NullMarked;
