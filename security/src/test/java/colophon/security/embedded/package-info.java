/** Tests of signing in with our own accounts. */
@NullMarked
package colophon.security.embedded;

import org.jspecify.annotations.NullMarked;
