/** Signing in with a passkey: a key pair on the person's device. */
@NullMarked
package colophon.security.passkeys;

import org.jspecify.annotations.NullMarked;
