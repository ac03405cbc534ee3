/** Tests of accounts, their secrets and who guesses at them. */
@NullMarked
package colophon.security.accounts;

import org.jspecify.annotations.NullMarked;
