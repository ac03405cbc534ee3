/** Coming in with a passkey: a key pair on a device of one's own, and nothing to remember. */
@NullMarked
package colophon.security.passkeys;

import org.jspecify.annotations.NullMarked;
