/** Signing in with an OpenID Connect provider. */
@NullMarked
package colophon.security.oidc;

import org.jspecify.annotations.NullMarked;
