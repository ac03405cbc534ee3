/** Who asks, and whom an answer shows. */
@NullMarked
package colophon.views.reading.asking;

import org.jspecify.annotations.NullMarked;
