/** Tests of signing in with a provider. */
@NullMarked
package colophon.security.oidc;

import org.jspecify.annotations.NullMarked;
