/** Tests of the views in memory. */
@NullMarked
package colophon.views.reading.memory;

import org.jspecify.annotations.NullMarked;
