/** Which students are to be erased, and which were? */
@NullMarked
package colophon.views.erasure;

import org.jspecify.annotations.NullMarked;
