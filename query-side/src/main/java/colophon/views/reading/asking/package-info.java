/** Who asks, and which students does an answer show? */
@NullMarked
package colophon.views.reading.asking;

import org.jspecify.annotations.NullMarked;
