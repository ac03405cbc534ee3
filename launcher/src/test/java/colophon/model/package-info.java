/** A driver that plays the same random histories to the tracker and to a naive model of it. */
@NullMarked
package colophon.model;

import org.jspecify.annotations.NullMarked;
