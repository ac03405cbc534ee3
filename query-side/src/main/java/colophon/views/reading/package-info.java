/** How the log becomes answers: views are folded here, kept here and read from here. */
@NullMarked
package colophon.views.reading;

import org.jspecify.annotations.NullMarked;
