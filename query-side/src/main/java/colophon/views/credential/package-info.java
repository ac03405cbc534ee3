/** The certificates that students hold, and their public verification. */
@NullMarked
package colophon.views.credential;

import org.jspecify.annotations.NullMarked;
