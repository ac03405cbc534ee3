/** Who is to be erased, and who was? */
@NullMarked
package colophon.views.erasure;

import org.jspecify.annotations.NullMarked;
