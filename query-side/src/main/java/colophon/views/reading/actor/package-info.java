/** Who asks a query, and which students an answer shows. */
@NullMarked
package colophon.views.reading.actor;

import org.jspecify.annotations.NullMarked;
