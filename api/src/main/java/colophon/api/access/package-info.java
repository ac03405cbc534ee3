/** Who acts, and what they may read and write. */
@NullMarked
package colophon.api.access;

import org.jspecify.annotations.NullMarked;
