/** Which events is a figure made of? */
@NullMarked
package colophon.views.explanation;

import org.jspecify.annotations.NullMarked;
