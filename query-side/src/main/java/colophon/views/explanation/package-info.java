/** From which events is a figure computed? */
@NullMarked
package colophon.views.explanation;

import org.jspecify.annotations.NullMarked;
