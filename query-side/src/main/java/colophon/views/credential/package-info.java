/** The certificates that students hold, and what anybody may ask of one. */
@NullMarked
package colophon.views.credential;

import org.jspecify.annotations.NullMarked;
