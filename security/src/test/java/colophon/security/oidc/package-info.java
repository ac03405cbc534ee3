/** Tests of signing in where a provider vouches for everybody. */
@NullMarked
package colophon.security.oidc;

import org.jspecify.annotations.NullMarked;
