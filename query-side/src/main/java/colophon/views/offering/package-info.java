/** When does a course run, what does it cost, is there a seat? */
@NullMarked
package colophon.views.offering;

import org.jspecify.annotations.NullMarked;
