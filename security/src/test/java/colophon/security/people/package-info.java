/** Tests of how people sign in. */
@NullMarked
package colophon.security.people;

import org.jspecify.annotations.NullMarked;
