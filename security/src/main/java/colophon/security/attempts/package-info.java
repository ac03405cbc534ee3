/** Counts failed attempts to sign in, and slows down who guesses. */
@NullMarked
package colophon.security.attempts;

import org.jspecify.annotations.NullMarked;
