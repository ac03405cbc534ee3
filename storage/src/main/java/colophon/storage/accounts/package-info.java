/** Accounts and passkeys, for installations without an identity provider. */
@NullMarked
package colophon.storage.accounts;

import org.jspecify.annotations.NullMarked;
