/** Tests of accounts, their secrets and guessing. */
@NullMarked
package colophon.security.accounts;

import org.jspecify.annotations.NullMarked;
