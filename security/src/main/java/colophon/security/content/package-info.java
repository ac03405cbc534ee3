/** Which media types each route reads and writes, and the check of them. */
@NullMarked
package colophon.security.content;

import org.jspecify.annotations.NullMarked;
