/** Tests of accounts and their secrets. */
@NullMarked
package colophon.security.accounts;

import org.jspecify.annotations.NullMarked;
