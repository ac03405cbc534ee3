/** Tests of guessing. */
@NullMarked
package colophon.security.attempts;

import org.jspecify.annotations.NullMarked;
