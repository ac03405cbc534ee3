/** Tests of signing in, and an installation to test with. */
@NullMarked
package colophon.security;

import org.jspecify.annotations.NullMarked;
